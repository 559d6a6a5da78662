package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.programme.Programmes;

@SamstegTest
class InstallerTest {

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    ManagementService management;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    Programmes programmes;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void noUserIsLoggedIn() {
        identity.clearAuthentication();
    }

    @Test
    void aCoachSeesTheDiagramOfEveryProcessButStartsOnlyTheirOwn() {
        identity.setAuthentication("coach1", List.of("coach"), List.of("botkyrka"));

        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("conference")
                        .count())
                .isPositive();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .startablePermissionCheck()
                        .list())
                .extracting("key")
                .contains("interruption")
                .doesNotContain("samboradet", "group", "meeting");
    }

    @Test
    void theSteeringGroupSeesNoProcess() {
        identity.setAuthentication("styrgrupp1", List.of("steering-group"), List.of("botkyrka"));

        assertThat(repository.createProcessDefinitionQuery().count()).isZero();
    }

    private void install(boolean repair) {
        new TransactionTemplate(transactions).executeWithoutResult(in -> new Installer(
                        identity, new Grants(authorizations, management, repair), filters, tasks, programmes)
                .run(new DefaultApplicationArguments()));
    }

    private Set<String> granted() {
        return authorizations.createAuthorizationQuery().list().stream()
                .map(one -> one.getGroupId()
                        + one.getUserId()
                        + one.getResourceType()
                        + one.getResourceId()
                        + ((AuthorizationEntity) one).getPermissions())
                .collect(Collectors.toSet());
    }

    private Authorization of(String group, Resources resource) {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(Authorization.ANY)
                .singleResult();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("extra", (Consumer<InstallerTest>) test -> {
                    var grant = test.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                    grant.setUserId("styrgrupp1");
                    grant.setResource(Resources.PROCESS_DEFINITION);
                    grant.setResourceId(Authorization.ANY);
                    grant.addPermission(Permissions.READ_INSTANCE);
                    test.authorizations.saveAuthorization(grant);
                }),
                Arguments.of("for everybody", (Consumer<InstallerTest>) test -> {
                    var grant = test.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
                    grant.setResource(Resources.PROCESS_INSTANCE);
                    grant.setResourceId(Authorization.ANY);
                    grant.addPermission(Permissions.READ);
                    test.authorizations.saveAuthorization(grant);
                }),
                Arguments.of("missing", (Consumer<InstallerTest>) test -> test.authorizations.deleteAuthorization(
                        test.of("coach", Resources.PROCESS_DEFINITION).getId())),
                Arguments.of("changed", (Consumer<InstallerTest>) test -> {
                    var grant = test.of("coach", Resources.PROCESS_DEFINITION);
                    grant.addPermission(Permissions.READ_TASK);
                    test.authorizations.saveAuthorization(grant);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aGrantChangedByHandStopsTheStartOrIsPutRight(String what, Consumer<InstallerTest> change) {
        install(true);
        Set<String> right = granted();
        change.accept(this);
        assertThat(granted()).isNotEqualTo(right);

        assertThatThrownBy(() -> install(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SOMEBODY HAS CHANGED");
        assertThat(granted()).isNotEqualTo(right);
        install(true);
        assertThat(granted()).isEqualTo(right);
        install(false);
        assertThat(granted()).isEqualTo(right);
    }

    @Test
    void grantsOfAnotherVersionAreReplacedAndDoNotStopTheStart() {
        install(true);
        Set<String> right = granted();
        Grants older = new Grants(authorizations, management, false);
        older.hold(List.of(new Grants.Grant(
                "coach", Resources.PROCESS_DEFINITION, Authorization.ANY, List.of(Permissions.READ_TASK))));

        install(false);
        assertThat(granted()).isEqualTo(right);
    }

    @Test
    void noGroupIsGrantedTasksOrHistoryAndOnlyTheLeadInstances() {
        var instances = Set.<Permission>of(
                Permissions.READ_INSTANCE,
                Permissions.READ_TASK,
                Permissions.READ_HISTORY,
                Permissions.UPDATE_TASK,
                Permissions.TASK_WORK,
                Permissions.TASK_ASSIGN,
                Permissions.UPDATE_INSTANCE);
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .list())
                .isNotEmpty()
                .allSatisfy(one -> instances.stream()
                        .filter(permission ->
                                permission != Permissions.READ_INSTANCE || !"programme-lead".equals(one.getGroupId()))
                        .forEach(permission -> assertThat(one.isPermissionGranted(permission))
                                .as("%s %s", one.getGroupId(), permission)
                                .isFalse()));
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .count())
                .isZero();
    }
}
