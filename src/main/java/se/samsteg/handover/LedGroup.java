package se.samsteg.handover;

/** A group that a member of staff leads, alone or with a second leader. */
record LedGroup(String number, String programme, String type, String place) {}
