package se.samsteg.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.casefile.Facts;
import se.samsteg.form.FormTexts;
import se.samsteg.programme.Instrument;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What was seen of a participant since the last review, drawn up from what is recorded: a line for each thing. */
@Repository
class Seen {

    private static final List<String> MEASURED = List.of("planning-baseline", "coaching-talk", "exit-measurement");
    private static final String TALK = "coaching-talk";
    private static final String STEP = "coaching-next-step";
    private static final String MILESTONE = "milestone-event";
    private static final String MEASURE = "measure-follow-up";
    private static final String PROMISE = "measure-promise";
    private static final String PROGRESS = "progress-line";

    private final JdbcClient jdbc;
    private final Facts facts;
    private final FormTexts texts;
    private final Programmes programmes;
    private final Clock clock;

    Seen(JdbcClient jdbc, Facts facts, FormTexts texts, Programmes programmes, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.texts = texts;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** Scales whose answers changed by at least the instrument's threshold: {@code Motivation: 3, nu 5 (+2)}. */
    String scales(String caseNumber, LocalDate since) {
        List<Facts.Entry<JsonNode>> measured = MEASURED.stream()
                .flatMap(kind -> facts.all(caseNumber, kind).stream())
                .filter(fact -> Instrument.own().measured(fact.content()))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
        Optional<Facts.Entry<JsonNode>> before = measured.stream()
                .filter(fact -> !day(fact.at()).isAfter(since))
                .reduce((first, second) -> second)
                .or(() -> measured.stream().findFirst());
        Optional<Facts.Entry<JsonNode>> now =
                measured.stream().filter(fact -> day(fact.at()).isAfter(since)).reduce((first, second) -> second);
        if (before.isEmpty() || now.isEmpty()) {
            return "";
        }
        return Instrument.own().scales().stream()
                .flatMap(
                        scale -> change(scale, before.get().content(), now.get().content()))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> change(Instrument.Scale scale, JsonNode before, JsonNode now) {
        Optional<Integer> from = scale.answer(before);
        Optional<Integer> to = scale.answer(now);
        return from.isEmpty() || to.isEmpty() || scale.same(from.get(), to.get())
                ? Stream.empty()
                : Stream.of(String.format(
                        Locale.ROOT,
                        "%s: %d, nu %d (%+d)",
                        scale.label(),
                        from.get(),
                        to.get(),
                        to.get() - from.get()));
    }

    /** Steps that were decided, what happened, placements, promises, and what was told the caseworker. */
    String plan(String caseNumber, LocalDate since) {
        return Stream.of(
                        steps(caseNumber, since),
                        milestones(caseNumber, since),
                        placements(caseNumber, since),
                        commitments(caseNumber, since),
                        promises(caseNumber, since),
                        progress(caseNumber, since))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> steps(String caseNumber, LocalDate since) {
        Settings programme = programmes.of(caseNumber);
        return since(caseNumber, STEP, since)
                .map(fact -> fact.content().path("nextStep").asText())
                .flatMap(step -> programme.step(step).stream())
                .map(step -> "Nytt steg: " + step.name());
    }

    private Stream<String> milestones(String caseNumber, LocalDate since) {
        record Happened(String event, LocalDate happenedOn) {}
        return jdbc
                .sql("select event, happened_on from case_event where case_number = ? and happened_on > ? order by 2")
                .params(caseNumber, since)
                .query(DataClassRowMapper.newInstance(Happened.class))
                .list()
                .stream()
                .map(one -> texts.get(MILESTONE).option("event", one.event()) + " " + one.happenedOn());
    }

    private Stream<String> placements(String caseNumber, LocalDate since) {
        record Placed(
                @Nullable String employer,
                LocalDate startsOn,
                @Nullable LocalDate endedOn) {}
        return jdbc
                .sql("""
                        select employer, starts_on, ended_on from case_placement
                        where case_number = ? and (starts_on > ? or ended_on > ?) order by starts_on""")
                .params(caseNumber, since, since)
                .query(DataClassRowMapper.newInstance(Placed.class))
                .list()
                .stream()
                .map(one -> "Placering hos %s från %s%s"
                        .formatted(
                                one.employer() == null ? "arbetsgivare" : one.employer(),
                                one.startsOn(),
                                one.endedOn() == null ? "" : ", avslutad " + one.endedOn()));
    }

    private Stream<String> commitments(String caseNumber, LocalDate since) {
        return since(caseNumber, TALK, since)
                .filter(fact -> fact.content().hasNonNull("commitmentsKept"))
                .map(fact -> "Det som kommits överens om till samtalet " + day(fact.at()) + ": "
                        + texts.get(TALK)
                                .option(
                                        "commitmentsKept",
                                        fact.content().path("commitmentsKept").asText())
                                .toLowerCase(Locale.ROOT));
    }

    private Stream<String> promises(String caseNumber, LocalDate since) {
        record Promised(
                String promised,
                String promisedBy,
                LocalDate promisedFor,
                LocalDate openedOn,
                @Nullable LocalDate endedOn,
                @Nullable String outcome) {}
        LocalDate today = LocalDate.now(clock);
        return jdbc
                .sql("""
                        select promised, promised_by, promised_for, opened_on, ended_on, outcome from case_measure
                        where case_number = :case and (ended_on > :since or ended_on is null
                          and (opened_on > :since or promised_for < :today)) order by promised_for""")
                .param("case", caseNumber)
                .param("since", since)
                .param("today", today)
                .query(DataClassRowMapper.newInstance(Promised.class))
                .list()
                .stream()
                .map(one -> {
                    String what = party(caseNumber, one.promisedBy()) + " har lovat: " + one.promised();
                    if (one.outcome() != null) {
                        return what + ". " + texts.get(MEASURE).option("state", one.outcome());
                    }
                    return what
                            + (one.promisedFor().isBefore(today) ? ". Skulle varit klart " : ", till ")
                            + one.promisedFor();
                });
    }

    private String party(String caseNumber, String by) {
        return programmes.of(caseNumber).authority(by).orElseGet(() -> texts.get(PROMISE)
                .option("promisedBy", by));
    }

    private Stream<String> progress(String caseNumber, LocalDate since) {
        return since(caseNumber, PROGRESS, since)
                .map(fact -> day(fact.at()) + ": " + fact.content().path("line").asText());
    }

    private Stream<Facts.Entry<JsonNode>> since(String caseNumber, String kind, LocalDate since) {
        return facts.all(caseNumber, kind).stream()
                .filter(fact -> day(fact.at()).isAfter(since));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
