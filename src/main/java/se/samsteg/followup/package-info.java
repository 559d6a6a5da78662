@NullMarked
package se.samsteg.followup;

import org.jspecify.annotations.NullMarked;
