package se.samsteg.handover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.form.Choice;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What a member of staff holds and what is not over: open cases, closed ones that are followed up, and groups. */
@Component
class OpenHoldings {

    private final Holdings holdings;
    private final Programmes programmes;
    private final RuntimeService runtime;

    OpenHoldings(Holdings holdings, Programmes programmes, @Lazy RuntimeService runtime) {
        this.holdings = holdings;
        this.programmes = programmes;
        this.runtime = runtime;
    }

    Successors.Held of(String tenant, String user) {
        List<String> ours = programmes.all().stream()
                .filter(programme -> programme.tenant().equals(tenant))
                .map(Settings::id)
                .toList();
        List<Holding> all = ours.isEmpty() ? List.of() : holdings.cases(user, ours);
        Set<String> running = all.stream().allMatch(holding -> holding.closedOn() == null) ? Set.of() : running(ours);
        return new Successors.Held(
                all.stream()
                        .filter(holding -> holding.closedOn() == null || running.contains(holding.caseNumber()))
                        .toList(),
                ours.isEmpty() ? List.of() : holdings.groups(user, ours));
    }

    /** Case numbers that still have a running process. */
    private Set<String> running(List<String> programmeIds) {
        List<String> processes = new ArrayList<>(programmeIds);
        processes.addAll(List.of("followup", "response"));
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKeyIn(processes.toArray(String[]::new))
                .list()
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** A group as the lead chooses it: number, type and place. */
    Choice choice(LedGroup group) {
        return new Choice(
                "%s – %s, %s"
                        .formatted(
                                group.number(),
                                programmes
                                        .get(group.programme())
                                        .group(group.type())
                                        .name(),
                                group.place()),
                group.number());
    }
}
