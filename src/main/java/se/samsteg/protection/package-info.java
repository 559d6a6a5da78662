@NullMarked
package se.samsteg.protection;

import org.jspecify.annotations.NullMarked;
