package se.samsteg.login;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** A user has no access, or no longer. */
final class LoginRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Refusal why;
    private final @Nullable String user;

    LoginRefused(Refusal why, String said) {
        this(why, null, said, null);
    }

    LoginRefused(Refusal why, String said, Throwable cause) {
        this(why, null, said, cause);
    }

    /**
     * @param user id of the user who has no groups in Samsteg any more by the claims; null if it is not known, or not
     *     said
     * @param said for the log, without anything personal
     */
    LoginRefused(Refusal why, @Nullable String user, String said, @Nullable Throwable cause) {
        super(said, cause);
        this.why = why;
        this.user = user;
    }

    Refusal why() {
        return why;
    }

    @Nullable
    String user() {
        return user;
    }
}
