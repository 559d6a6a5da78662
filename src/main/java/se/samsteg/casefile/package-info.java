@NullMarked
package se.samsteg.casefile;

import org.jspecify.annotations.NullMarked;
