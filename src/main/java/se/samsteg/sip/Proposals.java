package se.samsteg.sip;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.Facts;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.planning.PlanRecorded;
import se.samsteg.programme.Programmes;
import se.samsteg.reopening.CaseReopened;

/** The question whether a participant has a SIP meeting: it is put once there is a plan, and as long as it is open. */
@Component
class Proposals {

    private static final String PROCESS = "proposal";
    private static final String ANSWER = "proposal-answer";
    private static final String PLAN = "planning-action-plan";

    private final Programmes programmes;
    private final Sips sips;
    private final Facts facts;
    private final FormTexts texts;
    private final CaseInstances instances;
    private final RuntimeService runtime;

    Proposals(
            Programmes programmes,
            Sips sips,
            Facts facts,
            FormTexts texts,
            CaseInstances instances,
            @Lazy RuntimeService runtime) {
        this.programmes = programmes;
        this.sips = sips;
        this.facts = facts;
        this.texts = texts;
        this.instances = instances;
        this.runtime = runtime;
    }

    @EventListener
    void on(PlanRecorded event) {
        put(event.caseNumber());
    }

    /** The processes of the case were ended with its exit, the question among them. */
    @EventListener
    void on(CaseReopened event) {
        boolean open = last(event.caseNumber())
                .map(answer -> answer.content().hasNonNull("askAgainOn"))
                .orElse(true);
        if (open && facts.last(event.caseNumber(), PLAN).isPresent()) {
            put(event.caseNumber());
        }
    }

    private void put(String caseNumber) {
        if (programmes.of(caseNumber).sip().ofEach() && !sips.asked(caseNumber)) {
            instances.start(PROCESS, caseNumber, Map.of());
        }
    }

    /** A SIP meeting was asked for elsewhere: an open question is answered by that. */
    void answered(SipMeeting sip) {
        if (!sip.network()) {
            runtime.createMessageCorrelation("sip.requested")
                    .processInstanceBusinessKey(sip.caseNumber())
                    .correlateAll();
        }
    }

    /** Starts the meeting that the last answer asks for. */
    void request(String caseNumber) {
        runtime.createMessageCorrelation("sip.proposed")
                .processInstanceBusinessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .setVariable("sipId", sips.proposed(caseNumber).toString())
                .correlateStartMessage();
    }

    /** What was answered last, a line each; null if nothing was. */
    @Nullable
    String lastAnswer(String caseNumber) {
        return last(caseNumber).map(this::said).orElse(null);
    }

    private Optional<Facts.Entry<JsonNode>> last(String caseNumber) {
        return facts.last(caseNumber, ANSWER);
    }

    private String said(Facts.Entry<JsonNode> answer) {
        FormText form = texts.of(ANSWER, answer.formVersion()).orElseThrow();
        return Stream.of("reason", "note", "askAgainOn")
                .flatMap(key -> form.line(key, answer.content()).stream())
                .collect(Collectors.joining("\n"));
    }
}
