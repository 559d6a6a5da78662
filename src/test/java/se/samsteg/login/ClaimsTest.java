package se.samsteg.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What takes two coordination associations, of which there is one; the rest stands in {@link OpenIdLoginTest}. */
class ClaimsTest {

    @Test
    void aUserOfTwoAssociationsIsRefused() {
        assertThat(claims().read(() -> of("stockholm")).tenant()).isEqualTo("stockholm");
        assertThat(claims().read(() -> of(List.of("botkyrka", "botkyrka"))).tenant())
                .isEqualTo("botkyrka");

        assertThatThrownBy(() -> claims().read(() -> of(List.of("botkyrka", "stockholm"))))
                .isInstanceOfSatisfying(
                        LoginRefused.class, refused -> assertThat(refused.why()).isEqualTo(Refusal.TENANT));
    }

    private static Map<String, Object> of(Object tenant) {
        return Map.of("sub", "maria", "acr", "loa3", "groups", List.of("coach"), "tenant", tenant);
    }

    private static Claims claims() {
        var settings = new LoginSettings(
                "https://provider.test",
                "samsteg",
                "hemligt",
                List.of("loa3"),
                List.of("openid"),
                new LoginSettings.Names("sub", "groups", "tenant", "authority", "acr"));
        IdentityService identity = mock(IdentityService.class, RETURNS_DEEP_STUBS);
        when(identity.createGroupQuery().groupIdIn(any(String[].class)).list())
                .thenReturn(List.of(new GroupEntity("coach")));
        var engine = new SpringProcessEngineConfiguration();
        engine.setUserResourceWhitelistPattern("[a-z]+");
        Programmes programmes = mock(Programmes.class);
        Settings botkyrka = in("botkyrka");
        Settings stockholm = in("stockholm");
        when(programmes.all()).thenReturn(List.of(botkyrka, stockholm));
        return new Claims(settings, identity, engine, programmes);
    }

    private static Settings in(String tenant) {
        Settings programme = mock(Settings.class);
        when(programme.tenant()).thenReturn(tenant);
        when(programme.authorities()).thenReturn(ProgrammeFiles.samboradet().authorities());
        return programme;
    }
}
