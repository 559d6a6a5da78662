@NullMarked
package se.samsteg.measure;

import org.jspecify.annotations.NullMarked;
