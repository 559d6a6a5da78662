@NullMarked
package se.samsteg.sip;

import org.jspecify.annotations.NullMarked;
