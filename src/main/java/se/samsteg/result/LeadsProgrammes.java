package se.samsteg.result;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import se.samsteg.access.What;
import se.samsteg.casefile.Views;
import se.samsteg.engine.Actor;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/** The programmes whose single rows the user may have: those of the associations that a programme lead works for. */
@Component
class LeadsProgrammes {

    private final Actor actor;
    private final Programmes programmes;
    private final Views views;

    LeadsProgrammes(Actor actor, Programmes programmes, Views views) {
        this.actor = actor;
        this.programmes = programmes;
        this.views = views;
    }

    /** Why the user gets nothing of this kind: 401 without log-in, 403 to a user who is no programme lead; null for a lead. */
    @Nullable
    HttpStatus refusal(What what) {
        if (!actor.loggedIn()) {
            return HttpStatus.UNAUTHORIZED;
        }
        if (!Role.PROGRAMME_LEAD.among(actor.groups())) {
            views.listRefused(what);
            return HttpStatus.FORBIDDEN;
        }
        return null;
    }

    List<Settings> all() {
        return programmes.all().stream()
                .filter(one -> actor.worksFor(one.tenant()))
                .sorted(Comparator.comparing(Settings::name))
                .toList();
    }

    /** Empty for a programme of another association, and for one that does not exist. */
    Optional<Settings> find(String id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
