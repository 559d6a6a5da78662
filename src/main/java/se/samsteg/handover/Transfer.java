package se.samsteg.handover;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.TasksInHand;
import se.samsteg.letter.Letter;
import se.samsteg.staff.StaffLeft;

/** What is given on goes to the successor: parts in the cases, groups, open tasks and letters not sent yet. */
@Component
class Transfer {

    private final Holdings holdings;
    private final CaseFiles cases;
    private final TasksInHand tasks;
    private final Letter letter;
    private final ApplicationEventPublisher events;

    Transfer(Holdings holdings, CaseFiles cases, TasksInHand tasks, Letter letter, ApplicationEventPublisher events) {
        this.holdings = holdings;
        this.cases = cases;
        this.tasks = tasks;
        this.letter = letter;
        this.events = events;
    }

    /** What a deputy does for the former coach goes along: it was the former coach's. */
    void move(UUID occasion, String from, String to) {
        List<String> moved = holdings.casesOf(occasion);
        List<String> groups = holdings.groupsOf(occasion);
        events.publishEvent(new GroupsHandedOver(groups, from, to));
        Map<String, List<String>> byDeputy = cases.actingFor(from).entrySet().stream()
                .filter(acting -> moved.contains(acting.getKey()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        if (!moved.isEmpty()) {
            cases.handOver(moved, from, to);
            letter.readdress(moved, from, to);
        }
        byDeputy.forEach((deputy, theirs) -> {
            letter.readdress(theirs, deputy, to);
            tasks.give(theirs, deputy, to);
        });
        tasks.give(
                Stream.of(moved, groups, holdings.participants(groups, from))
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                from,
                to);
    }

    /** A user who has left is no deputy any more. */
    void announceLeft(String from, String to) {
        events.publishEvent(new StaffLeft(from, to));
    }

    /** Writes to the successor how many cases and groups there are, and nothing about a person. */
    void tell(DelegateExecution cause, UUID occasion, String to) {
        int cases = holdings.casesOf(occasion).size();
        int groups = holdings.groupsOf(occasion).size();
        String detail = Stream.of(
                        cases == 0 ? "" : cases + " ärende" + (cases == 1 ? "" : "n"),
                        groups == 0 ? "" : groups + " grupp" + (groups == 1 ? "" : "er"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" och "));
        letter.toStaff(cause, "handover-received", to, detail);
    }
}
