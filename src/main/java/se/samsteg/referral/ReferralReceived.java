package se.samsteg.referral;

import org.springframework.modulith.NamedInterface;

/** A case was opened by a referral, with the consents that it tells of. */
@NamedInterface("events")
public record ReferralReceived(String caseNumber) {}
