@NullMarked
package se.samsteg.renewal;

import org.jspecify.annotations.NullMarked;
