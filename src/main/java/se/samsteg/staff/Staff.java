package se.samsteg.staff;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Colleagues.Colleague;

/** Personal: lead or administrator registers what an account does not say of a member of staff. */
@Phase("staff")
public class Staff {

    private final Forms forms;
    private final Posts posts;
    private final Register register;
    private final Colleagues colleagues;
    private final Programmes programmes;
    private final Actor actor;

    Staff(Forms forms, Posts posts, Register register, Colleagues colleagues, Programmes programmes, Actor actor) {
        this.forms = forms;
        this.posts = posts;
        this.register = register;
        this.colleagues = colleagues;
        this.programmes = programmes;
        this.actor = actor;
    }

    /** @throws Refused if the user has no account in the starter's association */
    public void choose(DelegateExecution execution) {
        String person = forms.ofStart(execution).as(StaffMember.class).person();
        String tenant = execution.getTenantId();
        if (tenant == null || !colleagues.worksIn(tenant, person)) {
            throw new Refused("Vem: ange användarnamnet för en medarbetare hos er.");
        }
        execution.setVariable("registrar", actor.user());
    }

    /** A member of staff's name. */
    public String name(String person) {
        return colleagues.name(person);
    }

    /** What stands in the register, by the form's names; a deputy or unit that cannot be chosen any more is left out. */
    public Map<String, Object> registered(DelegateExecution execution) {
        String person = person(execution);
        StaffPost post = StaffPost.of(posts.of(person));
        Map<String, Object> registered = new HashMap<>();
        registered.put("postPercent", post.postPercent());
        put(registered, "languages", post.languages());
        put(registered, "phone", post.phone());
        if (mayWorkIn(post.unit(), person, execution.getTenantId())) {
            put(registered, "unit", post.unit());
        }
        if (mayStandIn(post.deputy(), person, execution.getTenantId())) {
            put(registered, "deputy", post.deputy());
        }
        return registered;
    }

    private static void put(Map<String, Object> values, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(key, value);
        }
    }

    /** Who can stand in: colleagues in the same role, of caseworkers those of the same authority. */
    public List<Choice> deputies(DelegateExecution execution) {
        String person = person(execution);
        String tenant = Objects.requireNonNull(execution.getTenantId());
        return colleagues.groups(person, tenant).stream()
                .flatMap(group -> colleagues.inGroup(group, tenant).stream())
                .distinct()
                .filter(colleague -> !colleague.id().equals(person))
                .sorted(Comparator.comparing(Colleague::name).thenComparing(Colleague::id))
                .map(colleague -> new Choice(colleague.name(), colleague.id()))
                .toList();
    }

    /** The association's units where the member of staff may work: those of the home authority where that is known. */
    public List<Choice> units(DelegateExecution execution) {
        return units(person(execution), Objects.requireNonNull(execution.getTenantId()))
                .map(unit -> new Choice(unit.name(), unit.code()))
                .toList();
    }

    private Stream<Settings.Unit> units(String person, String tenant) {
        String authority = posts.of(person).authority();
        return programmes.units(tenant).stream()
                .filter(Settings.Unit::hasUsers)
                .filter(unit -> authority == null || authority.equals(unit.authority()));
    }

    private boolean mayWorkIn(@Nullable String unit, String person, @Nullable String tenant) {
        return tenant != null
                && units(person, tenant).anyMatch(known -> known.code().equals(unit));
    }

    private boolean mayStandIn(@Nullable String deputy, String person, @Nullable String tenant) {
        return deputy != null
                && !deputy.equals(person)
                && colleagues.groups(deputy, tenant).stream().anyMatch(colleagues.groups(person, tenant)::contains);
    }

    /** As {@link #earlier(DelegateExecution)}, for a task of a model from before units had names of their own. */
    public String earlier(String person) {
        return earlier(person, "");
    }

    /** What was registered before, a line for each change, the newest first; empty if nothing was changed. */
    public String earlier(DelegateExecution execution) {
        return earlier(person(execution), Objects.requireNonNull(execution.getTenantId()));
    }

    private String earlier(String person, String tenant) {
        List<Register.Earlier> all = register.earlier(person);
        Map<String, String> names = colleagues.names(all.stream()
                .flatMap(one -> Stream.of(one.changedBy(), one.deputy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return all.stream()
                .map(one -> line(one, names, programmes.unitName(tenant, one.unit())))
                .collect(Collectors.joining("\n"));
    }

    /** {@code Till 2027-02-01: 100 % · svenska · 08-12 34 56 · Centrum · ersättare Yusuf Öztürk (ändrat av Helena Björk)}. */
    private static String line(Register.Earlier earlier, Map<String, String> names, @Nullable String unit) {
        String deputy = earlier.deputy();
        String said = Stream.of(
                        earlier.postPercent() + " %",
                        earlier.languages(),
                        earlier.phone(),
                        unit,
                        deputy == null ? null : "ersättare " + names.getOrDefault(deputy, deputy))
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" · "));
        String by = earlier.changedBy();
        return "Till " + earlier.changedAt().toLocalDate() + ": " + said + " (ändrat av " + names.getOrDefault(by, by)
                + ")";
    }

    /** @throws Refused if the deputy has got another role, or left, since the task was made, or the unit is another's */
    public void record(DelegateTask task) {
        String person = (String) task.getVariable("person");
        StaffPost post = forms.of(task).as(StaffPost.class);
        if (post.deputy() != null && !mayStandIn(post.deputy(), person, task.getTenantId())) {
            throw new Refused("Ersättare: välj en kollega i samma roll.");
        }
        if (post.unit() != null && !mayWorkIn(post.unit(), person, task.getTenantId())) {
            throw new Refused("Enhet: välj en enhet hos medarbetarens egen myndighet.");
        }
        register.change(person, post, actor.user());
    }

    private static String person(DelegateExecution execution) {
        return (String) execution.getVariable("person");
    }
}
