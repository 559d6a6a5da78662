package se.samsteg.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.access.What;
import se.samsteg.casefile.Views;
import se.samsteg.engine.Actor;
import se.samsteg.staff.Role;

/** The page Mina deltagare, which a caseworker reads as Mina remisser. */
@RestController
class ParticipantsPage {

    private static final String PAGE = "/camunda/api/samsteg/participants";

    private static final String BY_NAME = "name";

    private final PageAnswers pages;
    private final OwnParticipants participants;
    private final Views views;
    private final Actor actor;
    private final Clock clock;

    ParticipantsPage(PageAnswers pages, OwnParticipants participants, Views views, Actor actor, Clock clock) {
        this.pages = pages;
        this.participants = participants;
        this.views = views;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping("/mina-deltagare")
    ResponseEntity<Void> page() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(PAGE))
                .build();
    }

    /**
     * @param q a part of a name or of a case number
     * @param sort {@code name}, or what is late first
     */
    @GetMapping(PAGE)
    ResponseEntity<byte[]> participants(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "due") String sort,
            HttpServletResponse response) {
        return pages.answered(response, "/mina-deltagare", "participants", () -> {
            views.list(What.CASE_LIST);
            return Optional.of(Map.of(
                    "rows",
                    participants.of(q, sort.equals(BY_NAME)),
                    "q",
                    q,
                    "sort",
                    sort,
                    "today",
                    LocalDate.now(clock),
                    "refers",
                    actor.groups().stream().allMatch(group -> Role.authority(group) != null)));
        });
    }
}
