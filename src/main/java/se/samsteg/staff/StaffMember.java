package se.samsteg.staff;

/**
 * Of whom something is registered: form {@code staff-member}.
 *
 * @param person user id
 */
record StaffMember(String person) {}
