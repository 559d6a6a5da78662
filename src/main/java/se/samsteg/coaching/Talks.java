package se.samsteg.coaching;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Booking;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.programme.Instrument;
import se.samsteg.programme.Programmes;

/** What the recorded talks and the action plan say about a case. */
@Component
class Talks {

    private static final String BASELINE = "planning-baseline";
    private static final String TALK = "coaching-talk";

    private final Facts facts;
    private final CaseFiles cases;
    private final Programmes programmes;
    private final CarePause pause;
    private final Clock clock;

    Talks(Facts facts, CaseFiles cases, Programmes programmes, CarePause pause, Clock clock) {
        this.facts = facts;
        this.cases = cases;
        this.programmes = programmes;
        this.pause = pause;
        this.clock = clock;
    }

    /** A recorded talk, read without today's rules. */
    @FactOf("coaching-talk")
    record Recorded(
            String outcome,
            @Nullable LocalDate nextTalk,
            @Nullable LocalTime nextTalkAt,
            @Nullable String nextTalkPlace,
            @Nullable Boolean lastTalk,
            @Nullable Integer talkIntervalWeeks) {

        boolean held() {
            return Talk.Outcome.HELD.is(outcome);
        }
    }

    /** The day on which an exit ends the talks. */
    @FactOf("exit-outcome")
    record Ended(LocalDate exitOn) {}

    /** That it was checked how the start went. */
    @FactOf("coaching-check-in")
    record CheckedIn(String startedAsPlanned) {}

    /** What a preliminary plan lacked. */
    @FactOf("coaching-plan-completion")
    record Completed(@Nullable LocalDate agreedOn) {}

    /** What coaching asks of the action plan. */
    @FactOf("planning-action-plan")
    record Plan(
            @Nullable Integer talkIntervalWeeks, @Nullable Boolean preliminary) {}

    List<Facts.Entry<Recorded>> of(String caseNumber) {
        return facts.all(caseNumber, Recorded.class);
    }

    Optional<Facts.Entry<Plan>> plan(String caseNumber) {
        return last(facts.all(caseNumber, Plan.class));
    }

    /** Whether the plan was agreed as a preliminary one and has not been completed since. */
    boolean planPreliminary(String caseNumber) {
        return plan(caseNumber)
                .filter(plan -> Boolean.TRUE.equals(plan.content().preliminary()))
                .filter(plan -> facts.all(caseNumber, Completed.class).stream()
                        .noneMatch(completed -> !completed.at().isBefore(plan.at())))
                .isPresent();
    }

    /** Whether it was checked how the start went, and nothing is left of it. */
    boolean started(String caseNumber) {
        return !facts.all(caseNumber, CheckedIn.class).isEmpty() && !planPreliminary(caseNumber);
    }

    /** The booked day, after the last talk the exit date, otherwise a talk's interval from today. */
    LocalDate next(String caseNumber) {
        var talks = of(caseNumber);
        Optional<Recorded> talk = last(talks).map(Facts.Entry::content);
        return talk.map(Recorded::nextTalk)
                .or(() -> talk.filter(one -> Boolean.TRUE.equals(one.lastTalk()))
                        .flatMap(one -> facts.ofExit(caseNumber, Ended.class))
                        .map(Ended::exitOn))
                .orElseGet(() -> LocalDate.now(clock).plus(interval(caseNumber, talks)));
    }

    /** What is booked, and where it is as a proposal for the next time, by the keys of the talk's form. */
    Map<String, String> booked(String caseNumber) {
        Map<String, String> shown = new HashMap<>();
        last(of(caseNumber)).map(Facts.Entry::content).ifPresent(talk -> {
            if (talk.nextTalk() != null) {
                shown.put("booked", new Booking(talk.nextTalk(), talk.nextTalkAt(), talk.nextTalkPlace()).text());
            }
            if (talk.nextTalkPlace() != null) {
                shown.put("nextTalkPlace", talk.nextTalkPlace());
            }
        });
        return shown;
    }

    /** As {@link #interval(String, List)}. */
    Period interval(String caseNumber) {
        return interval(caseNumber, of(caseNumber));
    }

    /** The participant's own interval, and the wider one of the two while care comes first. */
    private Period interval(String caseNumber, List<Facts.Entry<Recorded>> talks) {
        Period usual = usual(caseNumber, talks);
        return pause.lastDay(caseNumber)
                .map(day -> programmes.of(caseNumber).pause().talkEvery())
                .filter(wider ->
                        wider.toTotalMonths() * 30 + wider.getDays() > usual.toTotalMonths() * 30 + usual.getDays())
                .orElse(usual);
    }

    private Period usual(String caseNumber, List<Facts.Entry<Recorded>> talks) {
        return talks.stream()
                .map(talk -> talk.content().talkIntervalWeeks())
                .filter(Objects::nonNull)
                .reduce((first, second) -> second)
                .or(() -> plan(caseNumber).map(plan -> plan.content().talkIntervalWeeks()))
                .map(Period::ofWeeks)
                .orElseGet(() -> programmes.of(caseNumber).coaching().talkEvery());
    }

    /** The last day on which a member of staff on the case is known to have met the participant. */
    LocalDate lastContact(String caseNumber) {
        var file = cases.get(caseNumber);
        var met = of(caseNumber).stream().filter(talk -> talk.content().held()).map(Facts.Entry::at);
        return Stream.of(
                        met.map(this::day),
                        plan(caseNumber).map(Facts.Entry::at).map(this::day).stream(),
                        Stream.of(file.enrolledOn() == null ? file.openedOn() : file.enrolledOn()))
                .flatMap(days -> days)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    Progress progress(String caseNumber) {
        return new Progress(
                Instrument.own(),
                facts.last(caseNumber, BASELINE).map(Facts.Entry::content).filter(Instrument.own()::asked),
                lastMeasured(caseNumber).map(Facts.Entry::content));
    }

    private Optional<Facts.Entry<JsonNode>> lastMeasured(String caseNumber) {
        return last(facts.all(caseNumber, TALK).stream()
                .filter(talk -> Instrument.own().measured(talk.content()))
                .toList());
    }

    /** Whether it is time, on the day of the next talk, that the participant rates the own situation again. */
    boolean scalesDue(String caseNumber) {
        Period every = programmes.of(caseNumber).coaching().scalesEvery();
        return Stream.concat(facts.last(caseNumber, BASELINE).stream(), lastMeasured(caseNumber).stream())
                .map(measured -> day(measured.at()).plus(every))
                .max(Comparator.naturalOrder())
                .map(due -> !next(caseNumber).isBefore(due))
                .orElse(true);
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private static <T> Optional<T> last(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
