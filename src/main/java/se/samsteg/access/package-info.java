@NullMarked
package se.samsteg.access;

import org.jspecify.annotations.NullMarked;
