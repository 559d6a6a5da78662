@NullMarked
package se.samsteg.person;

import org.jspecify.annotations.NullMarked;
