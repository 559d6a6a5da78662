package se.samsteg.conference;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.ConferenceMembers;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Disclosure;
import se.samsteg.casefile.Information;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Role;

/** Who may assess a referral: those whose authority the participant lets know of it. */
@Component
class Assessors {

    private static final int AUTHORITIES = 4;

    private final Consents consents;
    private final ConferenceMembers members;
    private final Programmes programmes;

    Assessors(Consents consents, ConferenceMembers members, Programmes programmes) {
        this.consents = consents;
        this.members = members;
        this.programmes = programmes;
    }

    /**
     * Candidates of the task.
     *
     * @param groups the whole conference where all authorities may know, the leads where no member may
     * @param users the members that may, where some may not
     * @param healthToo whether all of them may read what the referral says about health
     */
    record Chosen(List<String> groups, List<String> users, boolean healthToo) {

        /** Whether a member who has taken the task may keep it. */
        boolean include(String user) {
            return Role.CONFERENCE.among(groups) || users.contains(user);
        }
    }

    Chosen of(String caseNumber) {
        Disclosure disclosure = consents.of(caseNumber);
        List<String> knowing = disclosure.authorities(Information.REFERRAL);
        boolean healthToo = knowing.stream().allMatch(authority -> disclosure.may(authority, Information.HEALTH));
        if (knowing.size() == AUTHORITIES) {
            return new Chosen(List.of(Role.CONFERENCE.id()), List.of(), healthToo);
        }
        List<String> users = members.of(programmes.of(caseNumber).tenant()).stream()
                .filter(member -> disclosure.may(member.authority(), Information.REFERRAL))
                .map(ConferenceMembers.Member::user)
                .toList();
        return new Chosen(users.isEmpty() ? List.of(Role.PROGRAMME_LEAD.id()) : List.of(), users, healthToo);
    }
}
