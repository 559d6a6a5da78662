package se.samsteg.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.ConferenceMembers;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/** The users behind the parts that a model names; programme leads where the user of a case has left. */
@Component
class Recipients {

    private final CaseFiles cases;
    private final Programmes programmes;
    private final ConferenceMembers members;
    private final Colleagues colleagues;

    Recipients(CaseFiles cases, Programmes programmes, ConferenceMembers members, Colleagues colleagues) {
        this.cases = cases;
        this.programmes = programmes;
        this.members = members;
        this.colleagues = colleagues;
    }

    /** The caseworker who referred, for the authority that referred. */
    List<Recipient> caseworker(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        return colleagues.exists(file.caseworker())
                ? List.of(new Recipient(file.caseworker(), file.authority()))
                : leadsOf(caseNumber);
    }

    /** The user who began something about the case; for an authority if it is the case's caseworker. */
    List<Recipient> starter(String caseNumber, String starter) {
        return starter.equals(cases.get(caseNumber).caseworker()) ? caseworker(caseNumber) : user(starter, caseNumber);
    }

    /** The case's acting coach. */
    List<Recipient> coach(String caseNumber) {
        return user(cases.actingCoach(caseNumber), caseNumber);
    }

    /** Who answers questions from outside about a case, with an address: the acting coach, otherwise a lead. */
    String contact(String caseNumber) {
        return coach(caseNumber).stream()
                .flatMap(one -> colleagues.find(one.user()).stream())
                .map(one -> one.mail() == null || one.mail().isBlank() ? one.name() : one.name() + ", " + one.mail())
                .findFirst()
                .orElse("projektledaren");
    }

    private List<Recipient> user(@Nullable String user, String caseNumber) {
        return user != null && colleagues.exists(user) ? List.of(Recipient.withinProgramme(user)) : leadsOf(caseNumber);
    }

    /** The programme leads of the case's coordination association. */
    List<Recipient> leadsOf(String caseNumber) {
        return leads(programmes.of(caseNumber).tenant());
    }

    List<Recipient> leads(String tenant) {
        return group(Role.PROGRAMME_LEAD, tenant);
    }

    /** The steering group, whose members see no cases. */
    List<Recipient> steeringGroup(String tenant) {
        return group(Role.STEERING_GROUP, tenant);
    }

    private List<Recipient> group(Role role, String tenant) {
        return colleagues.in(role, tenant).stream()
                .map(Colleagues.Colleague::id)
                .sorted()
                .map(Recipient::withinProgramme)
                .toList();
    }

    /** The members of the conference, each for the authority of the member. */
    List<Recipient> conference(String tenant) {
        return members.of(tenant).stream()
                .map(member -> new Recipient(member.user(), member.authority()))
                .toList();
    }
}
