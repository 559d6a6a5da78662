@NullMarked
package se.samsteg.coaching;

import org.jspecify.annotations.NullMarked;
