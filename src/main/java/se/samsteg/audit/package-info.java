@NullMarked
package se.samsteg.audit;

import org.jspecify.annotations.NullMarked;
