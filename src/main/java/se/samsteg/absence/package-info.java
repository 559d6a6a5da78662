@NullMarked
package se.samsteg.absence;

import org.jspecify.annotations.NullMarked;
