package se.samsteg.errand;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CasePhase;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/** Who has which part in a case today: only they may be given a task about it. */
@Component
class Parts {

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final CasePhase casefile;
    private final Programmes programmes;
    private final Colleagues colleagues;

    Parts(JdbcClient jdbc, CaseFiles cases, CasePhase casefile, Programmes programmes, Colleagues colleagues) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.casefile = casefile;
        this.programmes = programmes;
        this.colleagues = colleagues;
    }

    /**
     * User id of who has the part; null for the programme leads, of whom one takes the task.
     *
     * @throws Refused if the case has no such colleague, or it is a caseworker whose authority may not know of the case
     */
    @Nullable
    String holder(String caseNumber, Request.Part part) {
        return part == Request.Part.ANY_LEAD
                ? null
                : find(caseNumber, part)
                        .orElseThrow(() -> new Refused(
                                part == Request.Part.CASEWORKER
                                        ? "Till vem?: handläggarens myndighet får inte ta del av ärendet."
                                        : "Till vem?: ingen har den rollen i ärendet i dag."));
    }

    private Optional<String> find(String caseNumber, Request.Part part) {
        return switch (part) {
            case COACH -> Optional.ofNullable(cases.actingCoach(caseNumber));
            case CASEWORKER -> Optional.ofNullable(casefile.caseworker(caseNumber));
            case GROUP_LEADER -> leader(caseNumber);
            case THERAPIST -> recorder(caseNumber, Role.OCCUPATIONAL_THERAPIST);
            case CONSULTANT -> recorder(caseNumber, Role.EMPLOYMENT_CONSULTANT);
            case ANY_LEAD -> Optional.empty();
        };
    }

    private Optional<String> leader(String caseNumber) {
        return jdbc.sql("""
                        select leader from group_seat where case_number = ? and left_on is null
                        order by placed_on desc limit 1""")
                .param(caseNumber)
                .query(String.class)
                .optional()
                .filter(user -> works(Role.GROUP_COACH, caseNumber, user));
    }

    /** Who wrote in the case last in a role that works with the participant beside the coach. */
    private Optional<String> recorder(String caseNumber, Role role) {
        return jdbc.sql("""
                        select recorded_by from current_fact where case_number = ? and role = ?
                        order by recorded_at desc limit 1""")
                .params(caseNumber, role.id())
                .query(String.class)
                .optional()
                .filter(user -> works(role, caseNumber, user));
    }

    private boolean works(Role role, String caseNumber, String user) {
        return colleagues.worksAs(role, programmes.of(caseNumber).tenant(), user);
    }
}
