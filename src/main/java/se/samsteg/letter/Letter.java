package se.samsteg.letter;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.engine.Phase;
import se.samsteg.programme.Programmes;

/**
 * What models write to somebody. A letter is a row, stored in the transaction that causes it, and a process {@code letter}
 * that sends it afterwards; so it is neither lost nor sent for something that never happened, and one that fails shows
 * in Cockpit. It says case number and link and nothing about the person.
 */
@Phase("letter")
public class Letter {

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final Programmes programmes;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final Post post;
    private final Clock clock;

    Letter(
            JdbcClient jdbc,
            CaseFiles cases,
            Programmes programmes,
            @Lazy RuntimeService runtime,
            @Lazy IdentityService identity,
            Post post,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.programmes = programmes;
        this.runtime = runtime;
        this.identity = identity;
        this.post = post;
        this.clock = clock;
    }

    /** Writes to the caseworker who referred, or to the programme lead where that person has left. */
    public void toCaseworker(DelegateExecution cause, String template) {
        toPerson(cause, template, cases.get(caseNumber(cause)).caseworker());
    }

    /** Writes to the case's coach, or to the programme lead where there is none. */
    public void toCoach(DelegateExecution cause, String template) {
        toPerson(cause, template, cases.actingCoach(caseNumber(cause)));
    }

    private void toPerson(DelegateExecution cause, String template, @Nullable String user) {
        if (user == null || !known(user)) {
            toLead(cause, template);
        } else {
            write(cause, template, caseNumber(cause), user, "");
        }
    }

    /** Writes to every programme lead of the case's coordination association. */
    public void toLead(DelegateExecution cause, String template) {
        String caseNumber = caseNumber(cause);
        toGroup(cause, template, caseNumber, programmes.of(caseNumber).tenant(), "programme-lead", "");
    }

    /**
     * Writes to every member of a group in a coordination association.
     *
     * @param caseNumber null for a letter that is about no single case
     * @param detail a date, a time or case numbers that the template shows; never about a person
     */
    public void toGroup(
            DelegateExecution cause,
            String template,
            @Nullable String caseNumber,
            String tenant,
            String group,
            String detail) {
        for (String member : members(tenant, group)) {
            write(cause, template, caseNumber, member, detail);
        }
    }

    /**
     * Writes to one member of staff about something that is no single case.
     *
     * @param detail a date, a time or numbers that the template shows; never about a person
     */
    public void toStaff(DelegateExecution cause, String template, String user, String detail) {
        write(cause, template, null, user, detail);
    }

    /** Letters about these cases that are not sent yet go to a colleague. */
    public void readdress(Collection<String> caseNumbers, String from, String to) {
        jdbc.sql(
                        "update letter set recipient = :to where recipient = :from and sent_at is null and case_number in (:cases)")
                .param("to", to)
                .param("from", from)
                .param("cases", caseNumbers)
                .update();
    }

    private List<String> members(String tenant, String group) {
        return identity.createUserQuery().memberOfGroup(group).memberOfTenant(tenant).list().stream()
                .map(User::getId)
                .sorted()
                .toList();
    }

    private boolean known(String user) {
        return identity.createUserQuery().userId(user).count() > 0;
    }

    private static String caseNumber(DelegateExecution execution) {
        return (String) execution.getVariable("caseNumber");
    }

    /**
     * Sends a written letter; called by the letter's own process. A letter that was sent already is not sent again.
     *
     * @throws org.springframework.mail.MailException if the mail server refuses or does not answer; the job tries again
     */
    public void send(String letterId) {
        post.send(UUID.fromString(letterId));
    }

    /** The activity instance is the cause: the same one writes to the same recipient once, whatever is tried again. */
    private void write(
            DelegateExecution cause, String template, @Nullable String caseNumber, String recipient, String detail) {
        UUID id = UUID.randomUUID();
        int written = jdbc.sql("""
                        insert into letter (id, cause, template, case_number, recipient, detail, written_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (cause) do nothing""")
                .params(
                        id,
                        String.join(":", template, recipient, cause.getActivityInstanceId()),
                        template,
                        caseNumber,
                        recipient,
                        detail,
                        OffsetDateTime.now(clock))
                .update();
        if (written == 1) {
            runtime.createProcessInstanceByKey("letter")
                    .businessKey(caseNumber)
                    .processDefinitionWithoutTenantId()
                    .setVariable("letterId", id.toString())
                    .execute();
        }
    }
}
