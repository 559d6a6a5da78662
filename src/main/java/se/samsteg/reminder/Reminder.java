package se.samsteg.reminder;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import se.samsteg.engine.Phase;

/**
 * Påminnelser: every working-day morning the holders of an association's overdue tasks are reminded, and the leads are told
 * what is left undone all the same.
 */
@Phase("reminder")
public class Reminder {

    private final Mornings mornings;
    private final Rounds rounds;
    private final LateTasks lateTasks;
    private final ReminderLetters letters;

    Reminder(Mornings mornings, Rounds rounds, LateTasks lateTasks, ReminderLetters letters) {
        this.mornings = mornings;
        this.rounds = rounds;
        this.lateTasks = lateTasks;
        this.letters = letters;
    }

    public Date due(String roundId) {
        return mornings.begins(rounds.get(roundId));
    }

    public void openNext(String roundId) {
        mornings.openAfter(rounds.get(roundId));
    }

    /** Stores which tasks have become so late that a letter is written about them today. */
    public void find(DelegateExecution execution) {
        lateTasks.find(round(execution), programme(execution));
    }

    public void remindHolders(DelegateExecution execution) {
        letters.toHolders(execution, lateTasks.of(round(execution), Stage.FIRST, Stage.SECOND));
    }

    public void tellLeads(DelegateExecution execution) {
        letters.toLeads(execution, lateTasks.of(round(execution), Stage.LEAD), programme(execution));
    }

    private Rounds.Round round(DelegateExecution execution) {
        return rounds.get((String) execution.getVariable("roundId"));
    }

    private static String programme(DelegateExecution execution) {
        return (String) execution.getVariable("programme");
    }
}
