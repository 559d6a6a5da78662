package se.samsteg.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
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
import se.samsteg.engine.FilterScope;
import se.samsteg.programme.Programmes;

/**
 * Sets up what every installation has: the tenants of the programmes, the groups of the glossary, what each group may
 * open in the web applications, and the filters of Tasklist. What is there already is left as it is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Installer implements ApplicationRunner {

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final Programmes programmes;

    Installer(
            IdentityService identity,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            Programmes programmes) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.programmes = programmes;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        programmes.all().forEach(programme -> tenant(programme.tenant()));
        for (Role role : Role.values()) {
            group(role);
            role.applications()
                    .forEach(
                            application -> grant(role.group(), Resources.APPLICATION, application, Permissions.ACCESS));
            role.starts().forEach(process -> {
                grant(
                        role.group(),
                        Resources.PROCESS_DEFINITION,
                        process,
                        Permissions.READ,
                        Permissions.CREATE_INSTANCE);
                grant(role.group(), Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
            });
        }
        programmes.all().forEach(programme -> Role.caseworkers().forEach(role -> {
            grant(
                    role.group(),
                    Resources.PROCESS_DEFINITION,
                    programme.id(),
                    Permissions.READ,
                    Permissions.CREATE_INSTANCE);
            grant(role.group(), Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        }));
        // The diagram beside a task shows where in its process it stands; models hold nothing of a case.
        Role.staff().stream()
                .filter(role -> role != Role.PROGRAMME_LEAD)
                .forEach(role -> grant(role.group(), Resources.PROCESS_DEFINITION, ANY, Permissions.READ));
        grant(
                Role.PROGRAMME_LEAD.group(),
                Resources.PROCESS_DEFINITION,
                ANY,
                Permissions.READ,
                Permissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                // Gives the tasks of somebody who has left to somebody else, and sends a letter that failed again.
                Permissions.READ_TASK,
                Permissions.TASK_ASSIGN,
                ProcessDefinitionPermissions.RETRY_JOB);
        grant(Role.PROGRAMME_LEAD.group(), Resources.TASK, ANY, Permissions.READ);
        grant(Role.PROGRAMME_LEAD.group(), Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        List.of(
                        Resources.USER,
                        Resources.GROUP,
                        Resources.GROUP_MEMBERSHIP,
                        Resources.TENANT,
                        Resources.TENANT_MEMBERSHIP,
                        Resources.AUTHORIZATION,
                        Resources.SYSTEM)
                .forEach(resource -> grant(Role.ADMINISTRATOR.group(), resource, ANY, Permissions.ALL));
        filters();
    }

    private void tenant(String id) {
        if (identity.createTenantQuery().tenantId(id).count() == 0) {
            var tenant = identity.newTenant(id);
            tenant.setName(Character.toUpperCase(id.charAt(0)) + id.substring(1));
            identity.saveTenant(tenant);
        }
    }

    private void group(Role role) {
        if (identity.createGroupQuery().groupId(role.group()).count() == 0) {
            var group = identity.newGroup(role.group());
            group.setName(role.title());
            group.setType("samsteg");
            identity.saveGroup(group);
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        if (authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0) {
            return;
        }
        var authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        for (Permission permission : permissions) {
            authorization.addPermission(permission);
        }
        authorizations.saveAuthorization(authorization);
    }

    /** Brought up to date at every start: what a filter shows is decided here and nowhere else. */
    private void filters() {
        filter(1, "Mina uppgifter", FilterScope.Kind.MINE);
        filter(2, "Min grupps uppgifter", FilterScope.Kind.MY_GROUPS);
        filter(3, "Förfaller i veckan", FilterScope.Kind.WITHIN_A_WEEK);
        filter(4, "Försenade", FilterScope.Kind.OVERDUE);
        // Also what a colleague has that one may take over, such as the other group leader's sessions.
        filter(5, "Alla uppgifter", null);
    }

    private void filter(int place, String name, FilterScope.@Nullable Kind scope) {
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
        Role.staff().forEach(role -> grant(role.group(), Resources.FILTER, filter.getId(), Permissions.READ));
    }
}
