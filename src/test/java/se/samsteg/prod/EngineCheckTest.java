package se.samsteg.prod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;

/** The engine as this test's application has set it up, and settings that an installation may have otherwise. */
@SamstegTest
class EngineCheckTest {

    @Autowired
    ProcessEngineConfigurationImpl running;

    @Autowired
    IdentityService withDemoUsers;

    @Test
    void samstegsOwnSettingsStart() {
        assertThat(new EngineCheck(running, identity())).isNotNull();
    }

    @Test
    void theDemosUsersAreLookedForAndNoOthersWithAnExampleForAnAddress() {
        IdentityService identity = identity();
        assertThat(new EngineCheck(running, identity)).isNotNull();
        verify(identity.createUserQuery()).userEmailLike("%.example");
    }

    @Test
    void theDemosUsersAreRefused() {
        assertThatThrownBy(() -> new EngineCheck(running, withDemoUsers))
                .isInstanceOf(StartRefused.class)
                .hasMessage("- SPRING_DATASOURCE_URL is wrong: "
                        + "the database has the demo's users, whose password is known");
    }

    /** The provider's accounts have no password that could be known. */
    @Test
    void anAddressAloneIsNoReasonToRefuse() {
        User vouched = withDemoUsers.newUser("exempel1");
        vouched.setEmail("exempel1@botkyrka.example");
        assertThat(new EngineCheck(running, identity(vouched))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("unsafe")
    void anUnsafeSettingIsRefusedByName(String name, Consumer<ProcessEngineConfigurationImpl> setting) {
        ProcessEngineConfigurationImpl engine = safe();
        setting.accept(engine);
        assertThatThrownBy(() -> new EngineCheck(engine, identity()))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("- Camunda's setting " + name)
                .hasMessageNotContaining("\n");
    }

    static Stream<Arguments> unsafe() {
        return Stream.of(
                setting("camunda.bpm.authorization.enabled", engine -> engine.setAuthorizationEnabled(false)),
                setting("tenantCheckEnabled", engine -> engine.setTenantCheckEnabled(false)),
                setting("enableExpressionsInAdhocQueries", engine -> engine.setEnableExpressionsInAdhocQueries(true)),
                setting("enableExpressionsInStoredQueries", engine -> engine.setEnableExpressionsInStoredQueries(true)),
                setting(
                        "deserializationTypeValidationEnabled",
                        engine -> engine.setDeserializationTypeValidationEnabled(false)),
                setting(
                        "enableHistoricInstancePermissions",
                        engine -> engine.setEnableHistoricInstancePermissions(true)),
                setting("enableXxeProcessing", engine -> engine.setEnableXxeProcessing(true)),
                setting("camunda.bpm.history-level", engine -> engine.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_FULL)),
                setting(
                        "historyCleanupBatchWindowStartTime",
                        engine -> engine.setHistoryCleanupBatchWindowStartTime(null)),
                setting("historyTimeToLive", engine -> engine.setHistoryTimeToLive(null)));
    }

    private static Arguments setting(String name, Consumer<ProcessEngineConfigurationImpl> unsafe) {
        return Arguments.of(name, unsafe);
    }

    private ProcessEngineConfigurationImpl safe() {
        ProcessEngineConfigurationImpl engine = (ProcessEngineConfigurationImpl)
                ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration();
        engine.setAuthorizationEnabled(true);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setHistoryLevel(running.getHistoryLevel());
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryTimeToLive("P180D");
        return engine;
    }

    private static IdentityService identity(User... users) {
        IdentityService identity = mock(IdentityService.class, RETURNS_DEEP_STUBS);
        when(identity.createUserQuery().userEmailLike(anyString()).list()).thenReturn(List.of(users));
        return identity;
    }
}
