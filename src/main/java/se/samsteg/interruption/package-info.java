@NullMarked
package se.samsteg.interruption;

import org.jspecify.annotations.NullMarked;
