package se.samsteg.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Appointment;
import se.samsteg.casefile.Booking;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.programme.Programmes;

/** When the enrolment talk is, what came of it so far, and when staff last met the participant before the plan. */
@Component
class EnrolmentTalk {

    private static final String FORM = "planning-enrolment";

    private final CaseFiles cases;
    private final Facts facts;
    private final FormTexts texts;
    private final Programmes programmes;
    private final Clock clock;

    EnrolmentTalk(CaseFiles cases, Facts facts, FormTexts texts, Programmes programmes, Clock clock) {
        this.cases = cases;
        this.facts = facts;
        this.texts = texts;
        this.programmes = programmes;
        this.clock = clock;
    }

    @FactOf("admission-summons")
    private record Summons(
            @Nullable LocalDate enrolmentDate,
            @Nullable LocalTime enrolmentTime,
            @Nullable String enrolmentPlace) {

        @Nullable
        Booking booking() {
            return enrolmentDate == null ? null : new Booking(enrolmentDate, enrolmentTime, enrolmentPlace);
        }
    }

    /** A talk that was recorded, read without today's rules. */
    @FactOf(FORM)
    private record Recorded(
            @Nullable String outcome,
            @Nullable LocalDate heldOn,
            @Nullable LocalDate newDay,
            @Nullable LocalTime newTime,
            @Nullable String newPlace) {

        @Nullable
        Booking booking() {
            return newDay == null ? null : new Booking(newDay, newTime, newPlace);
        }
    }

    /** What is recorded after enrolment where the participant is met. */
    @FactOf({"planning-mapping", "planning-baseline"})
    private record Met() {}

    /** The day that was agreed last; the programme's time from today where none was. */
    LocalDate day(String caseNumber) {
        return booking(caseNumber).day();
    }

    private Booking booking(String caseNumber) {
        var recorded = facts.all(caseNumber, Recorded.class);
        Booking agreed = recorded.isEmpty()
                ? facts.latest(caseNumber, Summons.class).map(Summons::booking).orElse(null)
                : recorded.get(recorded.size() - 1).content().booking();
        return agreed != null
                ? agreed
                : new Booking(
                        LocalDate.now(clock).plus(programmes.of(caseNumber).due("planning-enrolment")), null, null);
    }

    /** The day to which the participant was called. */
    Optional<LocalDate> called(String caseNumber) {
        return facts.latest(caseNumber, Summons.class).map(Summons::enrolmentDate);
    }

    /** The agreed day and, a line each, what came of the earlier ones. */
    String booked(String caseNumber) {
        FormText form = texts.get(FORM);
        return Stream.concat(
                        Stream.of(booking(caseNumber).text()),
                        facts.all(caseNumber, Recorded.class).stream()
                                .filter(one -> one.content().outcome() != null)
                                .map(one -> "%s %s"
                                        .formatted(
                                                day(one),
                                                form.option(
                                                        "outcome",
                                                        Objects.requireNonNull(
                                                                one.content().outcome())))))
                .collect(Collectors.joining("\n"));
    }

    /** The last day on which the person answered the summons or was met. */
    LocalDate lastContact(String caseNumber) {
        Stream<LocalDate> answered = facts.all(caseNumber, Summons.class).stream()
                .filter(one -> one.content().enrolmentDate() != null)
                .map(this::day);
        Stream<LocalDate> enrolled = facts.all(caseNumber, Recorded.class).stream()
                .map(Facts.Entry::content)
                .filter(one -> Appointment.held(one.outcome()))
                .map(Recorded::heldOn)
                .filter(Objects::nonNull);
        Stream<LocalDate> met = List.of("planning-mapping", "planning-baseline").stream()
                .flatMap(form -> facts.all(caseNumber, form, Met.class).stream())
                .map(this::day);
        Stream<LocalDate> takenIn = Stream.ofNullable(cases.get(caseNumber).enrolledOn());
        return Stream.of(answered, enrolled, takenIn, met)
                .flatMap(days -> days)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.now(clock));
    }

    private LocalDate day(Facts.Entry<?> entry) {
        return LocalDate.ofInstant(entry.at(), clock.getZone());
    }
}
