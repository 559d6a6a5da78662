package se.samsteg.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.ConferenceMembers;
import se.samsteg.engine.Phase;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/**
 * The letters that models write. A letter is a row, stored in the transaction that causes it, and a process
 * {@code letter} that sends it afterwards; so it is neither lost nor sent for something that never happened, and one
 * that fails shows in Cockpit. It says case number and link and nothing about the person.
 *
 * <p>Who acts for an authority is written to only with the participant's consent: asked when the letter is written and
 * again when it is sent. A letter without it is a row too, which says why it was stopped.
 */
@Phase("letter")
public class Letter {

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final Programmes programmes;
    private final ConferenceMembers members;
    private final Withheld withheld;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Colleagues colleagues;
    private final Post post;
    private final Clock clock;

    Letter(
            JdbcClient jdbc,
            CaseFiles cases,
            Programmes programmes,
            ConferenceMembers members,
            Withheld withheld,
            @Lazy RuntimeService runtime,
            @Lazy ManagementService management,
            Colleagues colleagues,
            Post post,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.programmes = programmes;
        this.members = members;
        this.withheld = withheld;
        this.runtime = runtime;
        this.management = management;
        this.colleagues = colleagues;
        this.post = post;
        this.clock = clock;
    }

    /**
     * What a letter about many cases says of one of them.
     *
     * @param text case number and what is said beside it; never about the person
     */
    public record Line(String caseNumber, String text) {}

    /**
     * Something that was not told.
     *
     * @param title what the letter is called
     * @param authority whom it was meant for; null if the recipient acts for none that is known
     */
    public record Stopped(String title, @Nullable String authority, LocalDate on, String reason) {

        /**
         * {@code till Försäkringskassan 2027-02-01: Samtycket är återkallat}.
         *
         * @param authorities names by code
         */
        public String text(UnaryOperator<String> authorities) {
            return "till " + (authority == null ? "en ledamot" : authorities.apply(authority)) + " " + on + ": "
                    + reason;
        }
    }

    /** To whom, and for which authority that person acts; null within the programme. */
    private record Recipient(String user, @Nullable String authority) {}

    /** Writes to the caseworker who referred, or to the programme lead where that person has left. */
    public void toCaseworker(DelegateExecution cause, String template) {
        CaseFile file = cases.get(caseNumber(cause));
        if (colleagues.exists(file.caseworker())) {
            write(cause, template, file.caseNumber(), new Recipient(file.caseworker(), file.authority()), "");
        } else {
            toLead(cause, template);
        }
    }

    /**
     * Writes to the member of staff who began something about the case, or to the programme lead where that person has
     * left. The case's caseworker is written to as one: with the participant's consent.
     */
    public void toStarter(DelegateExecution cause, String template, String starter) {
        CaseFile file = cases.get(caseNumber(cause));
        if (starter.equals(file.caseworker())) {
            toCaseworker(cause, template);
        } else if (colleagues.exists(starter)) {
            write(cause, template, file.caseNumber(), new Recipient(starter, null), "");
        } else {
            toLead(cause, template);
        }
    }

    /** Writes to the case's coach, or to the programme lead where there is none. */
    public void toCoach(DelegateExecution cause, String template) {
        toCoach(cause, template, "");
    }

    /**
     * As {@link #toCoach(DelegateExecution, String)} with something more that the template shows.
     *
     * @param detail a date, a time or a reason; never about a person
     */
    public void toCoach(DelegateExecution cause, String template, String detail) {
        String coach = cases.actingCoach(caseNumber(cause));
        if (coach != null && colleagues.exists(coach)) {
            write(cause, template, caseNumber(cause), new Recipient(coach, null), detail);
        } else {
            toLead(cause, template, detail);
        }
    }

    /** Writes to the coach of another case than the one that causes it, or to the programme lead where there is none. */
    public void toCoachOf(String caseNumber, DelegateExecution cause, String template) {
        String coach = cases.actingCoach(caseNumber);
        if (coach != null && colleagues.exists(coach)) {
            write(cause, template, caseNumber, new Recipient(coach, null), "");
        } else {
            toLeads(cause, template, caseNumber, programmes.of(caseNumber).tenant(), "");
        }
    }

    /** Writes to every programme lead of the case's coordination association. */
    public void toLead(DelegateExecution cause, String template) {
        toLead(cause, template, "");
    }

    /** As {@link #toLead(DelegateExecution, String)} with something more that the template shows; never about a person. */
    public void toLead(DelegateExecution cause, String template, String detail) {
        String caseNumber = caseNumber(cause);
        toLeads(cause, template, caseNumber, programmes.of(caseNumber).tenant(), detail);
    }

    /**
     * Writes to every programme lead of a coordination association.
     *
     * @param caseNumber null for a letter that is about no single case, such as one about a group
     * @param detail what the template shows; never about a person
     */
    public void toLeads(
            DelegateExecution cause, String template, @Nullable String caseNumber, String tenant, String detail) {
        for (String lead : members(tenant, Role.PROGRAMME_LEAD)) {
            write(cause, template, caseNumber, new Recipient(lead, null), detail);
        }
    }

    /**
     * Writes to every member of a coordination association's steering group, who see no cases.
     *
     * @param detail a month or numbers that the template shows; never about a case
     */
    public void toSteeringGroup(DelegateExecution cause, String template, String tenant, String detail) {
        for (String member : members(tenant, Role.STEERING_GROUP)) {
            write(cause, template, null, new Recipient(member, null), detail);
        }
    }

    /**
     * Writes to every member of the conference in a coordination association about many cases. Each is told only of those
     * that the member's authority may know of, and how many more there are.
     *
     * @param detail what the template shows above the lines: a date, a time, a place
     */
    public void toConference(DelegateExecution cause, String template, String tenant, String detail, List<Line> lines) {
        for (ConferenceMembers.Member member : members.of(tenant)) {
            UUID letter = write(cause, template, null, new Recipient(member.user(), member.authority()), detail);
            if (letter != null) {
                for (Line line : lines) {
                    jdbc.sql("insert into letter_line (letter, case_number, text) values (?, ?, ?)")
                            .params(letter, line.caseNumber(), line.text())
                            .update();
                }
                withheld.stopLines(letter);
            }
        }
    }

    /**
     * Writes to one member of staff about something that is no single case.
     *
     * @param detail a date, a time or numbers that the template shows; never about a person
     */
    public void toStaff(DelegateExecution cause, String template, String user, String detail) {
        write(cause, template, null, new Recipient(user, null), detail);
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

    /**
     * Stops what waits to be sent about a case and may not be told any more. A letter whose job has no retries left is
     * tried once more, so that its process ends and leaves no incident in Cockpit.
     */
    public void stopUnsent(String caseNumber) {
        for (UUID letter : withheld.stopUnsent(caseNumber)) {
            ProcessInstance sending = runtime.createProcessInstanceQuery()
                    .processDefinitionKey("letter")
                    .variableValueEquals("letterId", letter.toString())
                    .singleResult();
            if (sending != null) {
                management.createJobQuery().processInstanceId(sending.getId()).noRetriesLeft().list().stream()
                        .forEach(job -> management.setJobRetries(job.getId(), 1));
            }
        }
    }

    /** What was not told of a case for want of consent, in the order it was stopped. */
    public List<Stopped> stopped(String caseNumber) {
        return withheld.of(caseNumber);
    }

    private List<String> members(String tenant, Role role) {
        return colleagues.in(role, tenant).stream()
                .map(Colleagues.Colleague::id)
                .sorted()
                .toList();
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

    /**
     * The activity instance is the cause: the same one writes to the same recipient once, also when its job is tried
     * again.
     *
     * @return the letter's id; null if it was written before
     */
    private @Nullable UUID write(
            DelegateExecution cause, String template, @Nullable String caseNumber, Recipient to, String detail) {
        UUID id = UUID.randomUUID();
        String information = to.authority() == null
                ? null
                : Disclosed.by(template).information().code();
        String stopped = withheld.reason(caseNumber, to.authority(), information);
        int written = jdbc.sql("""
                        insert into letter (id, cause, template, case_number, recipient, detail, written_at,
                        authority, information, stopped_on, stop_reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (cause) do nothing""")
                .params(
                        id,
                        String.join(":", template, to.user(), cause.getActivityInstanceId()),
                        template,
                        caseNumber,
                        to.user(),
                        detail,
                        OffsetDateTime.now(clock),
                        to.authority(),
                        information,
                        stopped == null ? null : LocalDate.now(clock),
                        stopped)
                .update();
        if (written == 0) {
            return null;
        }
        if (stopped == null) {
            runtime.createProcessInstanceByKey("letter")
                    .businessKey(caseNumber)
                    .processDefinitionWithoutTenantId()
                    .setVariable("letterId", id.toString())
                    .execute();
        }
        return id;
    }
}
