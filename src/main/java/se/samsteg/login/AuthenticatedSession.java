package se.samsteg.login;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For whom the provider has vouched in a session, and when. Lives in the session and is changed under its own lock, since
 * a page asks for many things at once.
 */
final class AuthenticatedSession implements Serializable {

    private static final long serialVersionUID = 1L;

    /** After which the provider is asked anew. */
    static final Duration GOOD_FOR = Duration.ofSeconds(60);

    /** How long a session goes on while the provider does not answer. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Between two attempts while the provider does not answer, each of which a request waits for. */
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private static final String KEY = AuthenticatedSession.class.getName();

    private final String subject;
    private final String user;
    private Tokens tokens;
    private Instant vouchedAt;
    private Instant askNext;
    private boolean ended;

    /** @param subject the provider's own, unchangeable name of the person */
    AuthenticatedSession(String subject, String user, Tokens tokens, Instant now) {
        this.subject = subject;
        this.user = user;
        this.tokens = tokens;
        this.vouchedAt = now;
        this.askNext = now.plus(GOOD_FOR);
    }

    static @Nullable AuthenticatedSession in(@Nullable HttpSession session) {
        try {
            return session == null ? null : (AuthenticatedSession) session.getAttribute(KEY);
        } catch (IllegalStateException endedMeanwhile) {
            return null;
        }
    }

    void keepIn(HttpSession session) {
        session.setAttribute(KEY, this);
    }

    String subject() {
        return subject;
    }

    String user() {
        return user;
    }

    Tokens tokens() {
        return tokens;
    }

    void tokens(Tokens renewed) {
        tokens = renewed;
    }

    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }

    boolean due(Instant now) {
        return !now.isBefore(askNext);
    }

    void again(Instant now) {
        vouchedAt = now;
        askNext = now.plus(GOOD_FOR);
    }

    /** @return whether the session may go on; false when the provider has not answered for too long */
    boolean unanswered(Instant now) {
        askNext = now.plus(PAUSE);
        return now.isBefore(vouchedAt.plus(PATIENCE));
    }
}
