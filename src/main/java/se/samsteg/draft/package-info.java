/** Drafts: what staff have begun to write in a form and not sent. */
@NullMarked
package se.samsteg.draft;

import org.jspecify.annotations.NullMarked;
