@NullMarked
package se.samsteg.exit;

import org.jspecify.annotations.NullMarked;
