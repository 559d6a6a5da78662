@NullMarked
package se.samsteg.alert;

import org.jspecify.annotations.NullMarked;
