package se.samsteg.orientation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Appointment;
import se.samsteg.casefile.AppointmentRecorded.Meeting;
import se.samsteg.casefile.Appointments;
import se.samsteg.casefile.Booking;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programme;

/** Samhälls- och arbetslivsorientering: the parts that were chosen for a participant, until they are done. */
@Phase("orientation")
public class Orientation {

    private static final String PLAN = "orientation-plan";
    private static final String PROGRESS = "orientation-progress";

    private final Facts facts;
    private final FormTexts texts;
    private final Appointments appointments;
    private final Programme programme;
    private final Clock clock;

    Orientation(Facts facts, FormTexts texts, Appointments appointments, Programme programme, Clock clock) {
        this.facts = facts;
        this.texts = texts;
        this.appointments = appointments;
        this.programme = programme;
        this.clock = clock;
    }

    /** The last plan, and what has come of it since: a participant may be on this step more than once. */
    private record Underway(OrientationPlan plan, List<Facts.Entry<Progress>> progress) {

        List<String> left() {
            var done = progress.stream()
                    .flatMap(one -> one.content().doneParts().stream())
                    .collect(Collectors.toSet());
            return plan.parts().stream().filter(part -> !done.contains(part)).toList();
        }

        /** What was booked last, and when. */
        String activity() {
            return progress.isEmpty() ? plan.firstActivity() : Objects.requireNonNull(last().nextActivity());
        }

        LocalDate day() {
            return booking().day();
        }

        Booking booking() {
            return progress.isEmpty() ? plan.booking() : last().booking();
        }

        private Progress last() {
            return progress.get(progress.size() - 1).content();
        }
    }

    private Underway underway(String caseNumber) {
        var plans = facts.all(caseNumber, OrientationPlan.class);
        var plan = plans.get(plans.size() - 1);
        return new Underway(
                plan.content(),
                facts.all(caseNumber, Progress.class).stream()
                        .filter(one -> !one.at().isBefore(plan.at()))
                        .toList());
    }

    /** @throws Refused if the first activity is booked in the past */
    public void recordPlan(DelegateTask task) {
        OrientationPlan plan = facts.record(task, OrientationPlan.class);
        if (plan.firstActivityOn().isBefore(LocalDate.now(clock))) {
            throw new Refused("Datum: den första aktiviteten kan inte ligga före i dag.");
        }
    }

    /** The morning of what is booked next. */
    public Date nextDay(String caseNumber) {
        return programme.morning(underway(caseNumber).day());
    }

    /** What is booked next, such as {@code 2026-03-05 kl. 10:00, Biblioteket: Studiebesök}. */
    public String booked(String caseNumber) {
        Underway underway = underway(caseNumber);
        return underway.booking().text() + ": " + underway.activity();
    }

    /** The parts that are left, as options. */
    public List<Choice> remaining(String caseNumber) {
        return parts(underway(caseNumber).left());
    }

    /** Parts as the form of the plan calls them. */
    private List<Choice> parts(List<String> codes) {
        FormText form = texts.get(PLAN);
        return codes.stream()
                .map(code -> new Choice(form.option("parts", code), code))
                .toList();
    }

    /** What has been done, a line each time; null before the first. */
    public @Nullable String done(String caseNumber) {
        String lines = underway(caseNumber).progress().stream().map(this::line).collect(Collectors.joining("\n"));
        // The engine keeps no longer text; what came last is what one wants to read.
        return lines.isEmpty() ? null : lines.substring(Math.max(0, lines.length() - 4000));
    }

    private String line(Facts.Entry<Progress> entry) {
        Progress progress = entry.content();
        String parts = progress.doneParts().isEmpty()
                ? nothingDone(progress.outcome())
                : parts(progress.doneParts()).stream().map(Choice::label).collect(Collectors.joining(", "));
        return LocalDate.ofInstant(entry.at(), clock.getZone()) + " " + parts
                + (progress.note() == null ? "" : ": " + progress.note());
    }

    private String nothingDone(@Nullable String outcome) {
        return outcome == null || Appointment.held(outcome)
                ? "Inget blev klart"
                : texts.get(PROGRESS).option("outcome", outcome);
    }

    /** @throws Refused if something is left and nothing is booked, or no reason is given for an early end */
    public void recordProgress(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        LocalDate today = LocalDate.now(clock);
        LocalDate booked = underway(caseNumber).day();
        Progress progress = facts.record(task, Progress.class);
        progress.recordedOn(today, allDone(caseNumber));
        appointments.recorded(
                caseNumber, Meeting.ORIENTATION, booked.isAfter(today) ? today : booked, progress.outcome());
    }

    public boolean allDone(String caseNumber) {
        return underway(caseNumber).left().isEmpty();
    }
}
