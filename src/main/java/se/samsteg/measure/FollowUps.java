package se.samsteg.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import se.samsteg.casefile.Facts;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.programme.Programmes;

/** The attempts to get what was promised, and what came of it. */
@Component
class FollowUps {

    private static final int LONGEST = 4000;

    private final Measures measures;
    private final Facts facts;
    private final FormTexts texts;
    private final Programmes programmes;
    private final Clock clock;

    FollowUps(Measures measures, Facts facts, FormTexts texts, Programmes programmes, Clock clock) {
        this.measures = measures;
        this.facts = facts;
        this.texts = texts;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** The measure and the attempts so far, the newest first, by the keys of the forms that show them. */
    Map<String, String> shown(UUID id) {
        FormText form = texts.get("measure-follow-up");
        String attempts = measures.attempts(id).stream()
                .map(attempt -> "%s, %s med %s: %s"
                        .formatted(
                                attempt.contactedOn(),
                                StringUtils.uncapitalize(form.option("contactBy", attempt.contactBy())),
                                attempt.contactWith(),
                                attempt.result()))
                .collect(Collectors.joining("\n"));
        Map<String, String> shown = new HashMap<>();
        Promised measure = measures.get(id);
        shown.put("promise", measure.summary(code -> programmes.authority(measure.caseNumber(), code)));
        shown.put("attempts", attempts.substring(0, Math.min(attempts.length(), LONGEST)));
        measures.begunOn(id).ifPresent(day -> shown.put("begunOn", day.toString()));
        return shown;
    }

    /** @throws se.samsteg.form.Refused if the contact is still to come, or the measure was over before it began */
    void record(DelegateTask task, UUID id) {
        FollowUp followUp = facts.record(task, FollowUp.class, id.toString());
        followUp.by(today());
        measures.went(id, followUp.begunOn(), followUp.finishedOn());
        if (followUp.goesOn()) {
            measures.promiseAnew(id, Objects.requireNonNull(followUp.newPromisedFor()));
        }
    }

    void recordRaise(DelegateTask task, UUID id) {
        facts.record(task, Raise.class, id.toString());
    }

    /** @param outcome done, discontinued, refused, not-needed or case-closed */
    void conclude(UUID id, String outcome) {
        measures.end(id, outcome, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
