package se.samsteg.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Role;

/**
 * Sets up what every installation has: the tenants of the programmes, the groups of the glossary, what each group may
 * open in the web applications, and the filters of Tasklist. Tenants and groups that are there are left as they are; what
 * is granted is held to what is wanted by {@link Grants}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Installer implements ApplicationRunner {

    private final IdentityService identity;
    private final Grants grants;
    private final FilterService filters;
    private final TaskService tasks;
    private final Programmes programmes;
    private final List<StaffGroup> groups;

    Installer(
            IdentityService identity, Grants grants, FilterService filters, TaskService tasks, Programmes programmes) {
        this.identity = identity;
        this.grants = grants;
        this.filters = filters;
        this.tasks = tasks;
        this.programmes = programmes;
        this.groups = StaffGroup.all(programmes);
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        programmes.all().forEach(programme -> tenant(programme.tenant()));
        groups.forEach(this::group);
        List<Grants.Grant> wanted = new ArrayList<>(ofRoles());
        for (String filter : filters()) {
            staff().forEach(group -> wanted.add(grant(group, Resources.FILTER, filter, Permissions.READ)));
        }
        grants.hold(wanted);
    }

    /** Tasks are not here: rights to them follow who has them. */
    private List<Grants.Grant> ofRoles() {
        List<Grants.Grant> wanted = new ArrayList<>();
        for (StaffGroup group : groups) {
            Role role = group.role();
            RoleRights.applications(role)
                    .forEach(application ->
                            wanted.add(grant(group, Resources.APPLICATION, application, Permissions.ACCESS)));
            List<String> starts = new ArrayList<>(RoleRights.starts(role));
            if (role == Role.CASEWORKER) {
                programmes.all().forEach(programme -> starts.add(programme.id()));
            }
            starts.forEach(process -> wanted.add(grant(
                    group, Resources.PROCESS_DEFINITION, process, Permissions.READ, Permissions.CREATE_INSTANCE)));
            if (!starts.isEmpty()) {
                wanted.add(grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE));
            }
        }
        // What a group is called stands beside the tasks that are for it; administrators have all rights to it below.
        staff().filter(group -> group.role() != Role.ADMINISTRATOR)
                .forEach(group -> wanted.add(grant(group, Resources.GROUP, ANY, Permissions.READ)));
        // The diagram beside a task shows where in its process it stands; models hold nothing of a case.
        staff().filter(group -> group.role() != Role.PROGRAMME_LEAD)
                .forEach(group -> wanted.add(grant(group, Resources.PROCESS_DEFINITION, ANY, Permissions.READ)));
        wanted.add(grant(
                only(Role.PROGRAMME_LEAD),
                Resources.PROCESS_DEFINITION,
                ANY,
                Permissions.READ,
                // Of the lead's own association: instances have tenants, and the tenant is checked too.
                Permissions.READ_INSTANCE,
                // Sends a letter that failed again.
                ProcessDefinitionPermissions.RETRY_JOB));
        wanted.add(grant(only(Role.PROGRAMME_LEAD), Resources.DECISION_DEFINITION, ANY, Permissions.READ));
        List.of(
                        Resources.USER,
                        Resources.GROUP,
                        Resources.GROUP_MEMBERSHIP,
                        Resources.TENANT,
                        Resources.TENANT_MEMBERSHIP)
                .forEach(resource -> wanted.add(grant(only(Role.ADMINISTRATOR), resource, ANY, Permissions.ALL)));
        // Only the installation grants, so that no administrator can grant access to a case.
        wanted.add(grant(only(Role.ADMINISTRATOR), Resources.AUTHORIZATION, ANY, Permissions.READ));
        return wanted;
    }

    /** The groups whose members have tasks. */
    private Stream<StaffGroup> staff() {
        return groups.stream().filter(group -> RoleRights.hasTasks(group.role()));
    }

    private StaffGroup only(Role role) {
        return groups.stream().filter(group -> group.role() == role).findFirst().orElseThrow();
    }

    private static Grants.Grant grant(StaffGroup group, Resource resource, String id, Permission... permissions) {
        return new Grants.Grant(group.id(), resource, id, List.of(permissions));
    }

    private void tenant(String id) {
        if (identity.createTenantQuery().tenantId(id).count() == 0) {
            var tenant = identity.newTenant(id);
            tenant.setName(Character.toUpperCase(id.charAt(0)) + id.substring(1));
            identity.saveTenant(tenant);
        }
    }

    private void group(StaffGroup wanted) {
        if (identity.createGroupQuery().groupId(wanted.id()).count() == 0) {
            var group = identity.newGroup(wanted.id());
            group.setName(wanted.title());
            group.setType("samsteg");
            identity.saveGroup(group);
        }
    }

    /**
     * Brought up to date at every start: what a filter shows is decided here and nowhere else.
     *
     * @return their ids
     */
    private List<String> filters() {
        return List.of(
                filter(1, "Mina uppgifter", FilterScope.Kind.MINE),
                filter(2, "Min grupps uppgifter", FilterScope.Kind.MY_GROUPS),
                filter(3, "Förfaller i veckan", FilterScope.Kind.WITHIN_A_WEEK),
                filter(4, "Försenade", FilterScope.Kind.OVERDUE),
                // Also what a colleague has and one may do as well, such as the other group leader's sessions.
                filter(5, "Alla uppgifter", null));
    }

    private String filter(int place, String name, FilterScope.@Nullable Kind scope) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("priority", place);
        properties.put("refresh", true);
        if (scope != null) {
            properties.put(FilterScope.PROPERTY, scope.name());
        }
        Filter known = filters.createTaskFilterQuery().filterName(name).singleResult();
        Filter filter = known == null ? filters.newTaskFilter(name) : known;
        filter.setProperties(properties);
        filter.setQuery(tasks.createTaskQuery().orderByDueDate().asc());
        filters.saveFilter(filter);
        return filter.getId();
    }
}
