@NullMarked
package se.samsteg.handover;

import org.jspecify.annotations.NullMarked;
