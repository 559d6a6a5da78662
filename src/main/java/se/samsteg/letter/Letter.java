package se.samsteg.letter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Information;
import se.samsteg.engine.Phase;
import se.samsteg.programme.Settings;

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

    private final Recipients recipients;
    private final Letters letters;
    private final Withheld withheld;
    private final Sendings sendings;
    private final Post post;

    Letter(Recipients recipients, Letters letters, Withheld withheld, Sendings sendings, Post post) {
        this.recipients = recipients;
        this.letters = letters;
        this.withheld = withheld;
        this.sendings = sendings;
        this.post = post;
    }

    /**
     * What a letter about many cases says of one of them.
     *
     * @param text case number and what is said beside it; never about the person
     * @param information what an authority is told by it
     */
    public record Line(String caseNumber, String text, Information information) {}

    /**
     * Something that was not told.
     *
     * @param title what the letter is called
     * @param authority whom it was meant for, also a party that is none; null if the recipient acts for none that is known
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

    /** Writes to the caseworker who referred, or to the programme lead where that person has left. */
    public void toCaseworker(DelegateExecution cause, String template) {
        String caseNumber = caseNumber(cause);
        write(cause, template, caseNumber, recipients.caseworker(caseNumber), "");
    }

    /**
     * Writes to the member of staff who began something about the case, or to the programme lead where that person has
     * left. The case's caseworker is written to as one: with the participant's consent.
     */
    public void toStarter(DelegateExecution cause, String template, String starter) {
        String caseNumber = caseNumber(cause);
        write(cause, template, caseNumber, recipients.starter(caseNumber, starter), "");
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
        String caseNumber = caseNumber(cause);
        write(cause, template, caseNumber, recipients.coach(caseNumber), detail);
    }

    /** Writes to the coach of another case than the one that causes it, or to the programme lead where there is none. */
    public void toCoachOf(String caseNumber, DelegateExecution cause, String template) {
        write(cause, template, caseNumber, recipients.coach(caseNumber), "");
    }

    /**
     * Writes to a party that has no users here and takes over after the exit. It learns the case number and which member of
     * staff answers its questions: a link would lead it nowhere.
     *
     * @param receiver null where there is none of that kind; no letter is written then
     */
    public void toReceiver(DelegateExecution cause, String template, Settings.@Nullable Unit receiver) {
        if (receiver == null) {
            return;
        }
        String caseNumber = caseNumber(cause);
        write(cause, template, caseNumber, List.of(Recipient.outside(receiver)), recipients.contact(caseNumber));
    }

    /**
     * Takes back a letter about the case: writes to each party without users here to which it was the last of the two.
     *
     * @param takenBack template of that letter
     */
    public void toToldReceivers(DelegateExecution cause, String template, String takenBack) {
        String caseNumber = caseNumber(cause);
        List<Recipient> told = letters.outsiders(caseNumber, takenBack, template);
        write(cause, template, caseNumber, told, recipients.contact(caseNumber));
    }

    /** Writes to every programme lead of the case's coordination association. */
    public void toLead(DelegateExecution cause, String template) {
        toLead(cause, template, "");
    }

    /** As {@link #toLead(DelegateExecution, String)} with something more that the template shows; never about a person. */
    public void toLead(DelegateExecution cause, String template, String detail) {
        String caseNumber = caseNumber(cause);
        write(cause, template, caseNumber, recipients.leadsOf(caseNumber), detail);
    }

    /**
     * Writes to every programme lead of a coordination association.
     *
     * @param caseNumber null for a letter that is about no single case, such as one about a group
     * @param detail what the template shows; never about a person
     */
    public void toLeads(
            DelegateExecution cause, String template, @Nullable String caseNumber, String tenant, String detail) {
        write(cause, template, caseNumber, recipients.leads(tenant), detail);
    }

    /**
     * Writes to every member of a coordination association's steering group, who see no cases.
     *
     * @param detail a month or numbers that the template shows; never about a case
     */
    public void toSteeringGroup(DelegateExecution cause, String template, String tenant, String detail) {
        write(cause, template, null, recipients.steeringGroup(tenant), detail);
    }

    /**
     * Writes to who calls the steering group.
     *
     * @param convener user id, or the e-mail address of a person without an account
     * @param detail a quarter that the template shows; never about a case
     */
    public void toConvener(DelegateExecution cause, String template, String convener, String detail) {
        write(cause, template, null, List.of(Recipient.convener(convener)), detail);
    }

    /**
     * Writes to every member of the conference in a coordination association about many cases. Each is told only of those
     * that the member's authority may know of, and how many more there are.
     *
     * @param detail what the template shows above the lines: a date, a time, a place
     */
    public void toConference(DelegateExecution cause, String template, String tenant, String detail, List<Line> lines) {
        recipients.conference(tenant).forEach(member -> write(cause, template, member, detail, lines));
    }

    /**
     * Writes to one member of staff about something that is no single case.
     *
     * @param detail a date, a time or numbers that the template shows; never about a person
     */
    public void toStaff(DelegateExecution cause, String template, String user, String detail) {
        write(cause, template, null, Recipient.withinProgramme(user), detail);
    }

    /**
     * As {@link #toStaff(DelegateExecution, String, String, String)} about many cases. A person with protected identity is
     * left out of it.
     */
    public void toStaff(DelegateExecution cause, String template, String user, String detail, List<Line> lines) {
        write(cause, template, Recipient.withinProgramme(user), detail, lines);
    }

    /**
     * Writes to a user who acts for an authority about many cases. The user is told only of those that the authority may
     * know of.
     *
     * @param authority its code; null if it is not known, when nothing may be told
     */
    public void toActingFor(
            @Nullable String authority,
            DelegateExecution cause,
            String template,
            String user,
            String detail,
            List<Line> lines) {
        write(cause, template, new Recipient(user, authority), detail, lines);
    }

    /** As {@link #toLeads(DelegateExecution, String, String, String, String)} about many cases. */
    public void toLeads(DelegateExecution cause, String template, String tenant, String detail, List<Line> lines) {
        recipients.leads(tenant).forEach(lead -> write(cause, template, lead, detail, lines));
    }

    /** Letters about these cases that are not sent yet go to a colleague. */
    public void readdress(Collection<String> caseNumbers, String from, String to) {
        letters.readdress(caseNumbers, from, to);
    }

    /** Stops what waits to be sent about a case and may not be told any more. */
    public void stopUnsent(String caseNumber) {
        sendings.retry(withheld.stopUnsent(caseNumber));
    }

    /** Keeps back what waits to be sent about a case, until it is released or dropped. */
    public void hold(String caseNumber) {
        sendings.hold(caseNumber);
    }

    /** Sends what was kept back. */
    public void release(String caseNumber) {
        sendings.release(caseNumber);
    }

    /** Lets what was kept back never be sent. */
    public void drop(String caseNumber) {
        sendings.held(caseNumber).forEach(letter -> withheld.stop(letter, "Ärendet är avslutat"));
        sendings.release(caseNumber);
    }

    /** What was not told of a case for want of consent, in the order it was stopped. */
    public List<Stopped> stopped(String caseNumber) {
        return withheld.of(caseNumber);
    }

    /**
     * Sends a written letter; called by the letter's own process. A letter that was sent already is not sent again.
     *
     * @throws org.springframework.mail.MailException if the mail server refuses or does not answer; the job tries again
     */
    public void send(String letterId) {
        post.send(UUID.fromString(letterId));
    }

    private static String caseNumber(DelegateExecution execution) {
        return (String) execution.getVariable("caseNumber");
    }

    private void write(
            DelegateExecution cause, String template, @Nullable String caseNumber, List<Recipient> all, String detail) {
        all.forEach(to -> write(cause, template, caseNumber, to, detail));
    }

    private void write(DelegateExecution cause, String template, Recipient to, String detail, List<Line> lines) {
        write(cause, template, null, to, detail).ifPresent(letter -> letters.addLines(letter.id(), lines));
    }

    /**
     * The activity instance is the cause: the same one writes to the same recipient once, also when its job is tried
     * again.
     *
     * @return empty if it was written before
     */
    private Optional<Letters.Written> write(
            DelegateExecution cause, String template, @Nullable String caseNumber, Recipient to, String detail) {
        Optional<Letters.Written> written =
                letters.write(new Letters.Draft(cause.getActivityInstanceId(), template, caseNumber, to, detail));
        written.filter(letter -> !letter.stopped()).ifPresent(letter -> sendings.start(letter.id(), caseNumber));
        return written;
    }
}
