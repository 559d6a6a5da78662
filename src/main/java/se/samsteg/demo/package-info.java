@NullMarked
package se.samsteg.demo;

import org.jspecify.annotations.NullMarked;
