package se.samsteg.desk;

import static java.util.Comparator.comparing;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.access.What;
import se.samsteg.casefile.Views;
import se.samsteg.engine.Actor;
import se.samsteg.migration.EarlierVersion;
import se.samsteg.migration.EarlierVersions;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/**
 * What Cockpit's panel shows the programme lead: places, queues, which processes follow an earlier version of their model,
 * and the registers of staff and employers. Of participants case numbers and no names.
 */
@RestController
class QueuePanel {

    private final Actor actor;
    private final Programmes programmes;
    private final Queues queues;
    private final EarlierVersions earlier;
    private final StaffRows staff;
    private final EmployerRows employers;
    private final Views views;

    QueuePanel(
            Actor actor,
            Programmes programmes,
            Queues queues,
            EarlierVersions earlier,
            StaffRows staff,
            EmployerRows employers,
            Views views) {
        this.actor = actor;
        this.programmes = programmes;
        this.queues = queues;
        this.earlier = earlier;
        this.staff = staff;
        this.employers = employers;
        this.views = views;
    }

    record Shown(
            List<Queue> programmes,
            List<EarlierVersion> earlier,
            List<StaffRows.Row> staff,
            List<EmployerRows.Row> employers) {}

    /**
     * The queues and processes of the lead's own associations. Camunda tells who is logged in under this path but
     * does not require it, so this must.
     *
     * @return 401 without log-in, 403 to a user who is not a programme lead
     */
    @GetMapping("/camunda/api/samsteg/queue")
    ResponseEntity<Shown> queues() {
        if (!actor.loggedIn()) {
            return answer(HttpStatus.UNAUTHORIZED).build();
        }
        if (!Role.PROGRAMME_LEAD.among(actor.groups())) {
            views.listRefused(What.QUEUE);
            return answer(HttpStatus.FORBIDDEN).build();
        }
        List<Settings> own = programmes.all().stream()
                .filter(programme -> actor.tenants().contains(programme.tenant()))
                .sorted(comparing(Settings::name))
                .toList();
        views.list(What.QUEUE);
        return answer(HttpStatus.OK)
                .body(new Shown(
                        queues.of(own), earlier.of(actor.tenants()), staff.of(own), employers.of(actor.tenants())));
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
