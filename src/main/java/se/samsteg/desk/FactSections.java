package se.samsteg.desk;

import static se.samsteg.desk.Section.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.Information;
import se.samsteg.form.Code;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.form.OptionsOf;
import se.samsteg.programme.Instrument;
import se.samsteg.staff.Colleagues;

/** The facts of a case as sections of the tab Akten, each in the words of the form in which it was written. */
@Component
class FactSections {

    @OptionsOf("rectification-correction.action")
    enum Action implements Code {
        OPINION
    }

    @OptionsOf("rectification-correction.askedBy")
    enum AskedBy implements Code {
        PARTICIPANT
    }

    static final List<String> MEASURED = List.of(
            "planning-mapping",
            "planning-baseline",
            "coaching-talk",
            "exit-measurement",
            "exit-outcome",
            "followup-first",
            "followup-one-year");

    static final String GROUP_GAVE = "prerehab-group-evaluation";
    static final String PARTICIPATION = "participation-change";
    static final String REGROUPING = "regrouping-change";
    static final String NOTE = "handover-note";
    static final String JOINED = "conference-duplicate";
    static final String ACTIVITY = "activity-change";
    static final String MILESTONE = "milestone-event";
    static final String ERRAND = "errand-request";
    static final String ERRAND_ANSWER = "errand-answer";
    static final String NOTICE = "notice-message";
    static final String NOTICE_READ = "notice-receipt";
    static final String PROGRESS = "progress-line";
    static final String REVIEWED = "review-preparation";
    static final String RECTIFICATION = "rectification-correction";
    static final String WHOLE_OUTCOME = "rectification-outcome";

    private final Facts facts;
    private final FormTexts texts;
    private final Colleagues names;
    private final Clock clock;

    FactSections(Facts facts, FormTexts texts, Colleagues names, Clock clock) {
        this.facts = facts;
        this.texts = texts;
        this.names = names;
        this.clock = clock;
    }

    /** The last fact of a kind as it stands now, and that it was corrected if it was; empty if there is none. */
    Optional<Section> last(String caseNumber, FactSection section) {
        return facts.last(caseNumber, section.form()).map(fact -> said(section, fact));
    }

    /** What became of the referral at the intake; not of another one that was joined to the case. */
    Optional<Section> takenUp(String caseNumber) {
        return newest(caseNumber, FactSection.INTAKE_APPOINTMENT.form()).stream()
                .filter(one -> one.content().path("note").asText("").isEmpty())
                .findFirst()
                .map(one -> said(FactSection.INTAKE_APPOINTMENT, one));
    }

    private Section said(FactSection section, Facts.Entry<JsonNode> fact) {
        Section said = texts.of(section.form(), fact.formVersion())
                .map(form -> section.of(
                        form, fact.content(), section.own() ? texts.own(section.form(), fact.formVersion()) : Set.of()))
                .orElseThrow();
        Facts.Corrected corrected = fact.corrected();
        return corrected == null
                ? said
                : said.with(line("Rättad", day(corrected.at()) + " av " + names.name(corrected.by())));
    }

    /** As {@link #last} for what is recorded of an exit; says so if that exit was undone. */
    Optional<Section> ofExit(String caseNumber, FactSection section) {
        return last(caseNumber, section)
                .map(said -> facts.exited(caseNumber, section.form())
                        ? said
                        : said.with(line("Gäller inte", "Utslussningen ångrades eller ärendet återöppnades.")));
    }

    /**
     * The handover notes for those who took over, newest first; of the caseworker's part alone unless all may be read.
     */
    Section handovers(String caseNumber, boolean wholly) {
        return Section.of(
                "Överlämning",
                newest(caseNumber, NOTE).stream()
                        .filter(note ->
                                wholly || note.content().path("role").asText().equals("Handläggare"))
                        .map(note -> line(
                                day(note.at()) + ", "
                                        + note.content().path("role").asText().toLowerCase(Locale.ROOT),
                                said(NOTE, note, "agreed", "urgent", "appointments")))
                        .toArray(Section.Line[]::new));
    }

    /**
     * What became of the participant in groups, newest first: what a group gave, why the participant or a member of
     * staff changed something, as it was written then.
     */
    Section groups(String caseNumber) {
        Stream<Told> gave =
                told(GROUP_GAVE, facts.all(caseNumber, GROUP_GAVE), "attendedGroup", "gave", "ownWords", "next");
        Stream<Told> changed = told(
                PARTICIPATION,
                facts.all(caseNumber, PARTICIPATION),
                "change",
                "groupType",
                "groupNumber",
                "sessionDay",
                "presence",
                "series",
                "instead",
                "reason");
        Stream<Told> regrouped =
                told(REGROUPING, facts.among(caseNumber, REGROUPING), "groupNumber", "change", "reason");
        return Section.of(
                "Grupper",
                Stream.of(gave, changed, regrouped)
                        .flatMap(told -> told)
                        .sorted(Comparator.comparing(Told::at).reversed())
                        .map(told -> line(day(told.at()).toString(), told.text()))
                        .toArray(Section.Line[]::new));
    }

    /**
     * How the participant has rated the own situation, and what the participant did and lived on, each time it was asked;
     * newest first.
     */
    Section measurements(String caseNumber) {
        String[] keys = Stream.of(
                        Instrument.own().choices().stream().map(Instrument.Choices::key),
                        Instrument.own().scales().stream().map(Instrument.Scale::key),
                        Stream.of("missingReason", "occupation", "workPercent", "livelihoodSources", "sickLeaveDegree"))
                .flatMap(part -> part)
                .toArray(String[]::new);
        return Section.of(
                "Mätningar, sysselsättning och försörjning",
                MEASURED.stream()
                        .flatMap(kind -> told(kind, facts.all(caseNumber, kind), keys))
                        .filter(told -> !told.text().isEmpty())
                        .sorted(Comparator.comparing(Told::at).reversed())
                        .map(told -> line(day(told.at()).toString(), told.text()))
                        .toArray(Section.Line[]::new));
    }

    private record Told(Instant at, String text) {}

    private Stream<Told> told(String kind, List<Facts.Entry<JsonNode>> all, String... keys) {
        return all.stream().map(one -> new Told(one.at(), said(kind, one, keys)));
    }

    /** What other referrals of the same person said, newest first. */
    Section joined(String caseNumber) {
        return Section.of(
                "Ytterligare remisser",
                Stream.of(JOINED, FactSection.INTAKE_APPOINTMENT.form())
                        .flatMap(kind -> newest(caseNumber, kind).stream())
                        .filter(one -> !one.content().path("note").asText("").isEmpty())
                        .map(one -> line(
                                day(one.at()).toString(),
                                one.content().path("note").asText("")))
                        .toArray(Section.Line[]::new));
    }

    /** What was decided of steps beside the main step and why, newest first. */
    Section activities(String caseNumber) {
        return Section.of(
                "Insatser vid sidan av",
                newest(caseNumber, ACTIVITY).stream()
                        .map(one -> line(
                                day(one.at()).toString(),
                                said(ACTIVITY, one, "change", "step", "wantedGroup", "wantsAssessment", "reason")))
                        .toArray(Section.Line[]::new));
    }

    /** What staff asked colleagues to do in the case, and what they answered; newest first. */
    Section errands(String caseNumber) {
        return Section.of(
                "Uppgifter till kollegor",
                Stream.of(ERRAND, ERRAND_ANSWER)
                        .flatMap(kind -> facts.all(caseNumber, kind).stream()
                                .map(one -> new Told(
                                        one.at(),
                                        "Av " + names.name(one.by()) + "\n"
                                                + said(kind, one, "receiver", "what", "doOn", "wasDone", "note"))))
                        .sorted(Comparator.comparing(Told::at).reversed())
                        .map(told -> line(day(told.at()).toString(), told.text()))
                        .toArray(Section.Line[]::new));
    }

    /** What was answered after the exit, or some months after the start; newest first. */
    Section followUps(String caseNumber) {
        return Section.of(
                "Uppföljningar",
                Stream.of("followup-first", "followup-contact", "followup-one-year")
                        .flatMap(kind -> told(kind, facts.all(caseNumber, kind), "reached", "situation", "note"))
                        .sorted(Comparator.comparing(Told::at).reversed())
                        .map(told -> line(day(told.at()).toString(), told.text()))
                        .toArray(Section.Line[]::new));
    }

    /** How often more time was given, until when and why; in the order in which it was given. */
    Section extensions(String caseNumber) {
        List<Facts.Entry<JsonNode>> extensions = facts.all(caseNumber, FactSection.END.form()).stream()
                .filter(one -> one.content().hasNonNull("extendedTo"))
                .toList();
        return Section.of(
                "Förlängd programtid",
                Stream.concat(
                                extensions.isEmpty()
                                        ? Stream.empty()
                                        : Stream.of(line("Antal gånger", String.valueOf(extensions.size()))),
                                extensions.stream()
                                        .map(one -> line(
                                                day(one.at()).toString(),
                                                said(FactSection.END.form(), one, "extendedTo", "extensionReason"))))
                        .toArray(Section.Line[]::new));
    }

    /** What the caseworker was told, as far as the reader may know of it, and when it was read; newest first. */
    Section notices(String caseNumber, Predicate<Information> readable) {
        Stream<Told> told = facts.all(caseNumber, NOTICE).stream()
                .filter(one -> readable.test(
                        Information.of(one.content().path("concerns").asText())))
                .map(one -> new Told(
                        one.at(), "Av " + names.name(one.by()) + "\n" + said(NOTICE, one, "concerns", "message")));
        Stream<Told> read = facts.all(caseNumber, NOTICE_READ).stream()
                .map(one -> new Told(one.at(), "Läst av " + names.name(one.by())));
        return Section.of(
                "Meddelanden till handläggaren",
                Stream.concat(told, read)
                        .sorted(Comparator.comparing(Told::at).reversed())
                        .map(one -> line(day(one.at()).toString(), one.text()))
                        .toArray(Section.Line[]::new));
    }

    /** What happened on the way, in the order in which it was noted. */
    Section milestones(String caseNumber) {
        return Section.of(
                "Händelser",
                facts.all(caseNumber, MILESTONE).stream()
                        .filter(one -> one.content().hasNonNull("event")) // a correction may have taken it away
                        .map(one -> line(
                                one.content().path("happenedOn").asText(),
                                texts.of(MILESTONE, one.formVersion())
                                        .orElseThrow()
                                        .option(
                                                "event",
                                                one.content().path("event").asText())))
                        .toArray(Section.Line[]::new));
    }

    /** What the coach has written to the caseworker between the reviews, newest first. */
    Section progress(String caseNumber) {
        return Section.of(
                "Rader till handläggaren",
                newest(caseNumber, PROGRESS).stream()
                        .map(one -> line(
                                day(one.at()).toString(),
                                one.content().path("line").asText()))
                        .toArray(Section.Line[]::new));
    }

    /** What was laid before the referring unit, newest first: of health and attendance as far as it may be read. */
    Section reviews(String caseNumber, Predicate<Information> readable) {
        String[] keys = Stream.of(
                        readable.test(Information.HEALTH) ? "seenHealth" : "",
                        "seenPlan",
                        readable.test(Information.ATTENDANCE) ? "seenAttendance" : "",
                        "words",
                        "nextStep",
                        "nextStepOn")
                .toArray(String[]::new);
        return Section.of(
                "Ärendedragningar",
                newest(caseNumber, REVIEWED).stream()
                        .map(one -> line(day(one.at()).toString(), said(REVIEWED, one, keys)))
                        .toArray(Section.Line[]::new));
    }

    /** What was corrected in the file and what the participant holds instead, newest first. */
    Section rectifications(String caseNumber) {
        List<Facts.Entry<JsonNode>> all = Stream.of(RECTIFICATION, WHOLE_OUTCOME)
                .flatMap(kind -> facts.all(caseNumber, kind).stream())
                .sorted(Comparator.<Facts.Entry<JsonNode>, Instant>comparing(Facts.Entry::at)
                        .reversed())
                .toList();
        Map<String, String> staff =
                names.names(all.stream().map(Facts.Entry::by).distinct().toList());
        return Section.of(
                "Rättelser",
                all.stream()
                        .map(one -> line(
                                day(one.at()) + ", "
                                        + one.content().path("target").asText("hela utfallet"),
                                (rectified(one.content(), staff.getOrDefault(one.by(), one.by())) + "\n"
                                                + said(
                                                        one.content().has("target") ? RECTIFICATION : WHOLE_OUTCOME,
                                                        one,
                                                        "opinion",
                                                        "why"))
                                        .strip()))
                        .toArray(Section.Line[]::new));
    }

    private static String rectified(JsonNode content, String by) {
        boolean disputed = Action.OPINION.is(content.path("action").asText());
        return (disputed ? "Inte rättad. Antecknat av " : "Rättad av ")
                + by
                + (AskedBy.PARTICIPANT.is(content.path("askedBy").asText())
                        ? ", deltagaren begärde det."
                        : ", personalen begärde det.");
    }

    private String said(String kind, Facts.Entry<JsonNode> fact, String... keys) {
        FormText form = texts.of(kind, fact.formVersion()).orElseThrow();
        return Stream.of(keys)
                .filter(key -> form.field(key).isPresent())
                .flatMap(key -> form.line(key, fact.content()).stream())
                .collect(Collectors.joining("\n"));
    }

    private List<Facts.Entry<JsonNode>> newest(String caseNumber, String kind) {
        List<Facts.Entry<JsonNode>> all = new ArrayList<>(facts.all(caseNumber, kind));
        Collections.reverse(all);
        return all;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
