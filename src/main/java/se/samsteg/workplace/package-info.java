@NullMarked
package se.samsteg.workplace;

import org.jspecify.annotations.NullMarked;
