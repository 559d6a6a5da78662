@NullMarked
package se.samsteg.form;

import org.jspecify.annotations.NullMarked;
