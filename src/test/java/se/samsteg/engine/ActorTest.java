package se.samsteg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;

class ActorTest {

    private final IdentityService identity = mock(IdentityService.class);
    private final Actor actor = new Actor(identity);

    @Test
    void aTaskGivenToAPersonIsDoneInAGroupOfThePersons() {
        IdentityLink person = mock(IdentityLink.class);
        when(person.getUserId()).thenReturn("gruppcoach1");
        DelegateTask task = mock(DelegateTask.class);
        when(task.getCandidates()).thenReturn(Set.of(person));

        assertThat(actor.role(task)).isEqualTo("system");
        when(identity.getCurrentAuthentication()).thenReturn(new Authentication("gruppcoach1", List.of("group-coach")));
        assertThat(actor.role(task)).isEqualTo("group-coach");
    }
}
