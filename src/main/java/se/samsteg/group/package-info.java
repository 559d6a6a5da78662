@NullMarked
package se.samsteg.group;

import org.jspecify.annotations.NullMarked;
