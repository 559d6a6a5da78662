@NullMarked
package se.samsteg.planning;

import org.jspecify.annotations.NullMarked;
