@NullMarked
package se.samsteg.letter;

import org.jspecify.annotations.NullMarked;
