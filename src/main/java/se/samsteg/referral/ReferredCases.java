package se.samsteg.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsteg.access.AccessLog;
import se.samsteg.access.What;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.ConsentRegistration;
import se.samsteg.engine.Actor;
import se.samsteg.form.Refused;
import se.samsteg.person.Persons;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/** Opens the case of a referral that a caseworker sends. */
@Component
class ReferredCases {

    private final CaseFiles cases;
    private final Persons persons;
    private final ConsentRegistration consents;
    private final AccessLog log;
    private final Actor actor;
    private final Clock clock;

    ReferredCases(
            CaseFiles cases, Persons persons, ConsentRegistration consents, AccessLog log, Actor actor, Clock clock) {
        this.cases = cases;
        this.persons = persons;
        this.consents = consents;
        this.log = log;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws Refused if a number or date is wrong, or the sender is no caseworker; never for what is known of the person */
    CaseFile open(Settings programme, Received received) {
        received.checkOn(LocalDate.now(clock));
        if (!actor.tenants().contains(programme.tenant())) {
            throw new Refused("Programmet tillhör ett annat samordningsförbund.");
        }
        String authority = authority();
        CaseFile file = cases.open(programme, received.person(), actor.user(), authority);
        writeDown(file, programme, Role.caseworkers(authority));
        consents.give(
                file.caseNumber(),
                received.consentAuthorities(),
                received.consentInformation(),
                received.consentUntil(),
                received.consentManner());
        return file;
    }

    /** A row for each referral, so that one of a person who is known is neither slower nor unseen. */
    private void writeDown(CaseFile file, Settings programme, String role) {
        Optional<String> open = cases.openBefore(file.caseNumber());
        boolean unsaid = persons.protectedUnsaid(file.caseNumber());
        log.write(new AccessLog.View(
                What.REFERRAL,
                null,
                open.orElse(unsaid ? file.earlierCase() : null),
                null,
                programme.tenant(),
                role,
                open.isPresent() ? "duplicate" : unsaid ? "protected" : null));
    }

    private String authority() {
        return actor.groups().stream()
                .map(Role::authority)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new Refused("Bara en handläggare hos en av myndigheterna kan skicka en remiss."));
    }
}
