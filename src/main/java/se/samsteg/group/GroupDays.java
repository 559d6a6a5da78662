package se.samsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** When something about groups is due, by the settings of the programme. */
@Component
class GroupDays {

    private final Groups groups;
    private final Programmes programmes;
    private final Programme programme;
    private final Clock clock;

    GroupDays(Groups groups, Programmes programmes, Programme programme, Clock clock) {
        this.groups = groups;
        this.programmes = programmes;
        this.programme = programme;
        this.clock = clock;
    }

    /** The first day's morning. */
    Date first(PlannedGroup group) {
        return programme.morning(group.firstDay());
    }

    /** Each full period of waiting, from now on. */
    String longWaits(String caseNumber) {
        return programme.cycle(programmes.of(caseNumber).waiting().groupAlertEvery());
    }

    /** After the day that the evaluation of a group, or of what it gave a participant, is due. */
    Date evaluationOverdue(DelegateExecution execution) {
        Settings settings = execution.getVariable("caseNumber") instanceof String caseNumber
                ? programmes.of(caseNumber)
                : programmes.get(
                        groups.get((String) execution.getVariable("groupId")).programme());
        return programme.morning(LocalDate.now(clock)
                .plus(settings.due("group-evaluation"))
                .plus(settings.alerts().groupEvaluationMissingAfter()));
    }
}
