package se.samsteg.prerehab;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Appointment;
import se.samsteg.casefile.AppointmentRecorded.Meeting;
import se.samsteg.casefile.Appointments;
import se.samsteg.casefile.Booking;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Refused;

/** The meetings at which the occupational therapist assesses a participant, until one of them is held. */
@Component
class Assessments {

    private static final String FORM = "prerehab-support-assessment";

    private final Facts facts;
    private final FormTexts texts;
    private final Appointments appointments;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Assessments(
            Facts facts, FormTexts texts, Appointments appointments, Clock clock, ApplicationEventPublisher events) {
        this.facts = facts;
        this.texts = texts;
        this.appointments = appointments;
        this.clock = clock;
        this.events = events;
    }

    /** A meeting that was recorded, read without today's rules. */
    @FactOf(FORM)
    private record Recorded(
            @Nullable String outcome,
            @Nullable String note,
            @Nullable LocalDate newDay,
            @Nullable LocalTime newTime,
            @Nullable String newPlace) {

        boolean held() {
            return Appointment.held(outcome);
        }

        @Nullable
        Booking booking() {
            return newDay == null ? null : new Booking(newDay, newTime, newPlace);
        }
    }

    /** The last booking, and what has come of it since: a participant may be assessed more than once. */
    private record Underway(Facts.Entry<AssessmentBooking> booked, List<Facts.Entry<Recorded>> missed) {

        Booking booking() {
            return missed.isEmpty()
                    ? booked.content().booking()
                    : Objects.requireNonNull(
                            missed.get(missed.size() - 1).content().booking());
        }
    }

    private Optional<Underway> underway(String caseNumber) {
        var bookings = facts.all(caseNumber, AssessmentBooking.class);
        if (bookings.isEmpty()) {
            return Optional.empty(); // in a model from before the meeting was booked
        }
        var last = bookings.get(bookings.size() - 1);
        return Optional.of(new Underway(
                last,
                facts.all(caseNumber, Recorded.class).stream()
                        .filter(one ->
                                !one.at().isBefore(last.at()) && !one.content().held())
                        .toList()));
    }

    /** @throws Refused if the day has gone by */
    void book(DelegateTask task) {
        AssessmentBooking booked = facts.record(task, AssessmentBooking.class);
        refusePast(booked.day(), "Bedömningen, dag");
    }

    /** The day that was agreed last; today where none was. */
    LocalDate day(String caseNumber) {
        return underway(caseNumber).map(underway -> underway.booking().day()).orElseGet(() -> LocalDate.now(clock));
    }

    /** The agreed time and place and, a line each, what came of the earlier ones; empty where none was agreed. */
    String booked(String caseNumber) {
        FormText form = texts.get(FORM);
        return underway(caseNumber)
                .map(underway -> Stream.concat(
                                Stream.of(underway.booking().text()),
                                underway.missed().stream().map(one -> line(one, form)))
                        .collect(Collectors.joining("\n")))
                .orElse("");
    }

    private String line(Facts.Entry<Recorded> missed, FormText form) {
        String note = missed.content().note();
        return "%s %s%s"
                .formatted(
                        LocalDate.ofInstant(missed.at(), clock.getZone()),
                        form.option(
                                "outcome",
                                Objects.requireNonNull(missed.content().outcome())),
                        note == null ? "" : ": " + note);
    }

    /** User id of who booked the meeting; null where none was booked. */
    @Nullable
    String bookedBy(String caseNumber) {
        return underway(caseNumber).map(underway -> underway.booked().by()).orElse(null);
    }

    /** The last assessment that was made. */
    Optional<Facts.Entry<SupportAssessment>> last(String caseNumber) {
        return facts.all(caseNumber, SupportAssessment.class).stream()
                .filter(one -> one.content().held())
                .reduce((one, next) -> next);
    }

    /** Whether the meeting that was recorded last was held. */
    boolean held(String caseNumber) {
        return facts.latest(caseNumber, Recorded.class).map(Recorded::held).orElse(false);
    }

    /** @throws Refused if a day has gone by, or is to come, that may not */
    void record(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        LocalDate today = LocalDate.now(clock);
        LocalDate agreed = day(caseNumber);
        SupportAssessment assessment = facts.record(task, SupportAssessment.class);
        if (assessment.held()) {
            if (Objects.requireNonNull(assessment.assessedOn()).isAfter(today)) {
                throw new Refused("Bedömningen gjordes: ange en dag som har varit.");
            }
            events.publishEvent(new AssessmentRecorded(caseNumber));
        } else {
            refusePast(Objects.requireNonNull(assessment.newDay()), "Ny dag");
        }
        appointments.recorded(
                caseNumber, Meeting.ASSESSMENT, agreed.isAfter(today) ? today : agreed, assessment.outcome());
    }

    private void refusePast(LocalDate day, String label) {
        if (day.isBefore(LocalDate.now(clock))) {
            throw new Refused(label + ": ange i dag eller en kommande dag.");
        }
    }
}
