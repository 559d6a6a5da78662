@NullMarked
package se.samsteg.desk;

import org.jspecify.annotations.NullMarked;
