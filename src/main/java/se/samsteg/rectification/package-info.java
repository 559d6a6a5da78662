@NullMarked
package se.samsteg.rectification;

import org.jspecify.annotations.NullMarked;
