package se.samsteg.workplace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.Performing;
import se.samsteg.form.Choice;
import se.samsteg.form.Forms;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** The search for a workplace among the employers that the association knows, or at one that it does not know yet. */
@Component
class Matching {

    private static final String NOT_IN_REGISTER = "Finns inte i listan";

    private final Forms forms;
    private final Facts facts;
    private final Employers employers;
    private final Performing performing;
    private final Programmes programmes;
    private final Programme programme;

    Matching(
            Forms forms,
            Facts facts,
            Employers employers,
            Performing performing,
            Programmes programmes,
            Programme programme) {
        this.forms = forms;
        this.facts = facts;
        this.employers = employers;
        this.performing = performing;
        this.programmes = programmes;
        this.programme = programme;
    }

    /** A recorded match, read without today's rules. */
    @FactOf("workplace-match")
    record Found(
            @Nullable Boolean foundByParticipant, @Nullable String employer) {}

    /** User id of the coach where the programme's coaches find workplaces; otherwise null. */
    @Nullable
    String coach(String caseNumber) {
        return performing.coach(caseNumber, Settings.Staffing::workplace);
    }

    /** User id of the coach, or of the specialist who found the workplace; null if that user is not one any more. */
    @Nullable
    String consultant(String caseNumber) {
        return performing.goesOn(caseNumber, Settings.Staffing::workplace, foundBy(caseNumber));
    }

    private @Nullable String foundBy(String caseNumber) {
        return facts.all(caseNumber, Found.class).stream()
                .reduce((first, second) -> second)
                .map(Facts.Entry::by)
                .orElse(null);
    }

    /** The register with how to reach each employer and how many placements it has given, and that it may be another. */
    List<Choice> employers(String caseNumber) {
        return Stream.concat(
                        employers.of(tenant(caseNumber)).stream()
                                .map(employer -> new Choice(employer.label(), employer.name())),
                        Stream.of(new Choice(NOT_IN_REGISTER, Match.NEW)))
                .toList();
    }

    /**
     * The employer is registered, with what is new of its contact person. A name that is there already is that employer.
     *
     * @throws se.samsteg.form.Refused if there is no workplace and no word why
     */
    void record(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        Match match = forms.of(task).as(Match.class);
        String name = match.chosen();
        if (name == null) {
            facts.append(task, null, match);
            return;
        }
        String tenant = tenant(caseNumber);
        UUID employer = employers.registered(tenant, name);
        if (match.tellsContact()) {
            employers.reach(
                    employer, match.contactName(), match.contactPhone(), match.contactEmail(), programme.today());
        }
        facts.append(
                task,
                null,
                match.at(employers.named(tenant, name).map(Employer::name).orElse(name)));
    }

    Optional<Found> last(String caseNumber) {
        return facts.latest(caseNumber, Found.class);
    }

    /** How to reach the employer of the last match; empty where nothing is known. */
    String contact(String caseNumber) {
        return last(caseNumber)
                .map(Found::employer)
                .flatMap(name -> employers.named(tenant(caseNumber), name))
                .map(Employer::contact)
                .orElse("");
    }

    /** The employer of that name in the case's association. */
    UUID registered(String caseNumber, String name) {
        return employers.registered(tenant(caseNumber), name);
    }

    /** What was corrected of the employer's name holds for the register. */
    void follow(String caseNumber) {
        employers.follow(tenant(caseNumber), caseNumber);
    }

    private String tenant(String caseNumber) {
        return programmes.of(caseNumber).tenant();
    }
}
