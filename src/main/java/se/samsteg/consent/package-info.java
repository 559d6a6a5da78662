@NullMarked
package se.samsteg.consent;

import org.jspecify.annotations.NullMarked;
