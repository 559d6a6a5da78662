@NullMarked
package se.samsteg.prerehab;

import org.jspecify.annotations.NullMarked;
