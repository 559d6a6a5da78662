@NullMarked
package se.samsteg.print;

import org.jspecify.annotations.NullMarked;
