@NullMarked
package se.samsteg.orientation;

import org.jspecify.annotations.NullMarked;
