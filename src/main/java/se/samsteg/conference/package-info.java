@NullMarked
package se.samsteg.conference;

import org.jspecify.annotations.NullMarked;
