@NullMarked
package se.samsteg.retention;

import org.jspecify.annotations.NullMarked;
