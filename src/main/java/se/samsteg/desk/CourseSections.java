package se.samsteg.desk;

import static se.samsteg.desk.Section.line;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samsteg.activity.Activity;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What a participant has gone through: the steps of the ladder, and what other parties have promised and done. */
@Component
class CourseSections {

    private final Activity activity;
    private final JdbcClient jdbc;
    private final FormTexts texts;
    private final Programmes programmes;

    CourseSections(Activity activity, JdbcClient jdbc, FormTexts texts, Programmes programmes) {
        this.activity = activity;
        this.jdbc = jdbc;
        this.texts = texts;
        this.programmes = programmes;
    }

    /** Where on the ladder the participant is, and what runs or ran beside the main step. */
    Section steps(String caseNumber) {
        return Section.of(
                "Steg",
                activity.steps(caseNumber).stream()
                        .map(step -> line(step.beside() ? "Vid sidan av" : "Steg", step.name() + ", " + step.days()))
                        .toArray(Section.Line[]::new));
    }

    /** A measure of another party, with the days on which it was promised for, begun and finished. */
    record Promised(
            String kind,
            String promised,
            String promisedBy,
            @Nullable String unit,
            LocalDate promisedFor,
            @Nullable LocalDate begunOn,
            @Nullable LocalDate finishedOn,
            @Nullable LocalDate endedOn,
            @Nullable String outcome) {

        String text(Settings programme, FormText form) {
            String by = programme.authority(promisedBy).orElse(null);
            return Stream.of(
                            promised,
                            "Lovat av "
                                    + Stream.of(by, unit)
                                            .filter(one -> one != null)
                                            .collect(Collectors.joining(", ")),
                            begunOn == null ? null : "Började " + begunOn,
                            finishedOn == null ? null : "Slutade " + finishedOn,
                            outcome == null
                                    ? (begunOn == null ? "Utlovat till " : "Beräknas vara klart ") + promisedFor
                                    : said(form, outcome) + " (" + endedOn + ")")
                    .filter(line -> line != null)
                    .collect(Collectors.joining("\n"));
        }

        private static String said(FormText form, String outcome) {
            return form.field("state").orElseThrow().options().getOrDefault(outcome, "Ärendet avslutades");
        }
    }

    /** What other parties have promised the participant, those promised first before others. */
    Section measures(String caseNumber) {
        List<Promised> promises = jdbc.sql("""
                        select kind, promised, promised_by, unit, promised_for, begun_on, finished_on, ended_on, outcome
                        from case_measure where case_number = ? order by opened_on, id""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Promised.class))
                .list();
        if (promises.isEmpty()) {
            return Section.of("Externa insatser");
        }
        Settings programme = programmes.of(caseNumber);
        FormText form = texts.get("measure-follow-up");
        return Section.of(
                "Externa insatser",
                promises.stream()
                        .map(one -> line(programme.measure().kind(one.kind()), one.text(programme, form)))
                        .toArray(Section.Line[]::new));
    }

    /** Whether the participant has had a SIP meeting, and why not. */
    record SipState(
            @Nullable LocalDate askedOn,
            @Nullable LocalDate heldOn,
            @Nullable String obstacle,
            @Nullable String reason,
            @Nullable LocalDate answeredOn,
            @Nullable LocalDate askAgainOn) {}

    /** Empty where SIP meetings are held on request and none was asked for. */
    Section sip(String caseNumber) {
        Settings.Sip programme = programmes.of(caseNumber).sip();
        return jdbc.sql("""
                        select asked_on, held_on, obstacle, reason, answered_on, ask_again_on
                        from case_sip where case_number = ?""").param(caseNumber).query(DataClassRowMapper.newInstance(SipState.class)).list().stream()
                .filter(state -> programme.ofEach() || state.askedOn() != null)
                .findFirst()
                .map(state -> Section.of(
                        "SIP",
                        line("Begärt", state.askedOn()),
                        line("Hållet", state.heldOn() == null ? "Nej" : state.heldOn()),
                        line("Varför inte", whyNot(state, programme)),
                        line("Frågan tas upp igen", state.askAgainOn())))
                .orElseGet(() -> Section.of("SIP"));
    }

    private @Nullable String whyNot(SipState state, Settings.Sip programme) {
        if (state.obstacle() != null) {
            return texts.get("sip-meeting")
                    .field("notHeldReason")
                    .orElseThrow()
                    .options()
                    .getOrDefault(state.obstacle(), "Ingen kallelse");
        }
        if (state.askedOn() != null) {
            return null;
        }
        return state.answeredOn() == null
                ? "Frågan är inte besvarad"
                : programme.reason(state.reason()).map(Settings.NoSip::name).orElse(state.reason());
    }
}
