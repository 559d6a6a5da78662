@NullMarked
package se.samsteg.engine;

import org.jspecify.annotations.NullMarked;
