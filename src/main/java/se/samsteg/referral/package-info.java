@NullMarked
package se.samsteg.referral;

import org.jspecify.annotations.NullMarked;
