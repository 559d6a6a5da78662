@NullMarked
package se.samsteg.admission;

import org.jspecify.annotations.NullMarked;
