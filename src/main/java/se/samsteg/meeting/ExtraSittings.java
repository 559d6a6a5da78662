package se.samsteg.meeting;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Facts;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Sittings that a lead holds beside those of the calendar. */
@Component
class ExtraSittings {

    private final Sittings sittings;
    private final Moves moves;
    private final Programmes programmes;
    private final Facts facts;
    private final Forms forms;
    private final Clock clock;

    ExtraSittings(Sittings sittings, Moves moves, Programmes programmes, Facts facts, Forms forms, Clock clock) {
        this.sittings = sittings;
        this.moves = moves;
        this.programmes = programmes;
        this.facts = facts;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * Takes in an extra sitting from its start form; what waits for a later one is taken up here.
     *
     * @throws Refused if the day has passed or has a sitting already
     */
    void plan(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        ExtraSitting extra = form.as(ExtraSitting.class);
        if (!extra.day().isAfter(LocalDate.now(clock))) {
            throw new Refused("Datum: välj en dag från och med i morgon.");
        }
        Settings settings = programmeOf(execution.getTenantId(), extra.ofProgramme());
        sittings.add(Sitting.planned(settings.id(), extra.day(), extra.time(), extra.place()));
        Sitting sitting = sittings.locked(settings.id(), extra.day()).replan(extra.time(), extra.place());
        sittings.save(sitting);
        facts.append(null, sitting.id().toString(), form, extra);
        execution.setVariable("sittingId", sitting.id().toString());
        moves.bringForward(sitting);
    }

    private Settings programmeOf(@Nullable String tenant, @Nullable String chosen) {
        return programmes
                .chosen(tenant, chosen, settings -> settings.conference() != null)
                .orElseThrow(() -> new Refused("Program: välj ett program här som har utökade möten."));
    }
}
