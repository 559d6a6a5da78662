package se.samsteg.engine;

import org.jspecify.annotations.Nullable;

/**
 * An account was deleted, or taken out of an association.
 *
 * @param user user id
 * @param tenant the association; null if the account is gone everywhere
 */
public record MemberGone(String user, @Nullable String tenant) {}
