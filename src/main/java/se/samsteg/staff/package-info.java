@NullMarked
package se.samsteg.staff;

import org.jspecify.annotations.NullMarked;
