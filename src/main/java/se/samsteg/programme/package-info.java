@NullMarked
package se.samsteg.programme;

import org.jspecify.annotations.NullMarked;
