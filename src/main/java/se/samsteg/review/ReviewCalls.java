package se.samsteg.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Information;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Settings;

/** The letters that call a unit to its review: day, unit and case numbers, as far as the participants allow. */
@Component
class ReviewCalls {

    private static final String CALL = "review-call";
    private static final String CONVENE = "review-convene";

    private final Reviews reviews;
    private final ReviewAgenda agenda;
    private final CaseFiles cases;
    private final Units units;
    private final Letter letter;

    ReviewCalls(Reviews reviews, ReviewAgenda agenda, CaseFiles cases, Units units, Letter letter) {
        this.reviews = reviews;
        this.agenda = agenda;
        this.cases = cases;
        this.units = units;
        this.letter = letter;
    }

    /** Each caseworker is told of the own participants, the unit's manager of all; who convenes is asked to. */
    void send(DelegateExecution execution, Reviews.Stored review) {
        Settings programme = units.programme(review);
        String heading = agenda.heading(review);
        List<CaseFile> files = reviews.participants(review.id()).stream()
                .map(one -> cases.get(one.caseNumber()))
                .filter(file -> file.open() && units.worksHere(review, file.caseworker()))
                .toList();
        String authority =
                programme.unit(review.unit()).map(Settings.Unit::authority).orElse(null);
        Map<String, List<CaseFile>> told =
                new TreeMap<>(files.stream().collect(Collectors.groupingBy(CaseFile::caseworker)));
        units.managers(review).forEach(manager -> told.put(manager, files));
        told.forEach((user, of) -> letter.toActingFor(authority, execution, CALL, user, heading, lines(of)));
        convene(execution, review, programme, heading);
    }

    private void convene(DelegateExecution execution, Reviews.Stored review, Settings programme, String heading) {
        switch (Objects.requireNonNull(programme.review()).convener()) {
            case UNIT_MANAGER ->
                units.managers(review).forEach(manager -> letter.toStaff(execution, CONVENE, manager, heading));
            case STEERING_GROUP -> letter.toSteeringGroup(execution, CONVENE, programme.tenant(), heading);
            case PROGRAMME_LEAD -> letter.toLeads(execution, CONVENE, null, programme.tenant(), heading);
        }
    }

    private static List<Letter.Line> lines(List<CaseFile> files) {
        return files.stream()
                .map(file -> new Letter.Line(file.caseNumber(), file.caseNumber(), Information.PLAN))
                .toList();
    }
}
