package se.samsteg.leave;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.TasksInHand;

/** Gives open tasks to deputies and back. */
@Component
class Deputies {

    private final Leaves leaves;
    private final CaseFiles cases;
    private final TasksInHand tasks;

    Deputies(Leaves leaves, CaseFiles cases, TasksInHand tasks) {
        this.leaves = leaves;
        this.cases = cases;
        this.tasks = tasks;
    }

    /** The coach's open tasks go to the acting coach of each case. */
    void takeOver(String coach) {
        byActing(coach, (acting, theirs) -> tasks.giveAssigned(theirs, coach, acting));
    }

    /** What is left of the deputies' tasks goes to the acting coach, which is the coach if no other absence follows. */
    void giveBack(String coach, String standIn) {
        List<String> deputies = leaves.deputies(coach, standIn);
        byActing(coach, (acting, theirs) -> deputies.forEach(deputy -> tasks.giveAssigned(theirs, deputy, acting)));
    }

    private void byActing(String coach, BiConsumer<String, List<String>> give) {
        cases.actingFor(coach).entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .forEach(give);
    }
}
