@NullMarked
package se.samsteg.extract;

import org.jspecify.annotations.NullMarked;
