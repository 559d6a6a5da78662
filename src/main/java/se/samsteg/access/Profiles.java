package se.samsteg.access;

import java.lang.reflect.Field;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import se.samsteg.form.MailAddress;
import se.samsteg.form.Refused;

/**
 * Refuses names that are no names, an empty password, and an address that is not exactly one: letters are sent to it,
 * and a line break in it would write a header of the letter. The engine itself stores any text.
 */
@Component
@Order(3)
class Profiles extends CommandInterceptor {

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST = 200;
    private static final Field USER =
            Objects.requireNonNull(ReflectionUtils.findField(SaveUserCmd.class, null, User.class));

    /** In clear, and only where one is about to be set. */
    private static final Field NEW_PASSWORD =
            Objects.requireNonNull(ReflectionUtils.findField(UserEntity.class, "newPassword", String.class));

    static {
        ReflectionUtils.makeAccessible(USER);
        ReflectionUtils.makeAccessible(NEW_PASSWORD);
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof SaveUserCmd) {
            User user = (User) Objects.requireNonNull(ReflectionUtils.getField(USER, command));
            check(user);
            if (user instanceof UserEntity entity
                    && ReflectionUtils.getField(NEW_PASSWORD, entity) instanceof String password
                    && password.isBlank()) {
                throw new Refused("Lösenord: skriv ett lösenord.");
            }
        }
        return next.execute(command);
    }

    private static void check(User user) {
        if (Stream.of(user.getFirstName(), user.getLastName()).anyMatch(Profiles::unfit)) {
            throw new Refused("Namn: skriv högst %d tecken på en rad.".formatted(LONGEST));
        }
        String address = Objects.requireNonNullElse(user.getEmail(), "");
        if (unfit(address)) {
            throw new Refused("E-postadress: skriv högst %d tecken på en rad.".formatted(LONGEST));
        }
        if (!address.isEmpty()) {
            MailAddress.sendable(address);
        }
    }

    private static boolean unfit(@Nullable String text) {
        return text != null
                && (text.length() > LONGEST || UNPRINTABLE.matcher(text).find());
    }
}
