package se.samsteg.bench;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.client.servlet.OAuth2ClientWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.samsteg.journey.Bench;

/**
 * Camunda as its Spring Boot starter sets it up, with nothing of Samsteg's, and a process of the same tasks one after
 * another, each for its user's group, without forms: the answers are variables of the process.
 */
@EnableAutoConfiguration(
        exclude = {
            SecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            OAuth2ClientAutoConfiguration.class,
            OAuth2ClientWebSecurityAutoConfiguration.class,
            FlywayAutoConfiguration.class
        })
class BareCamunda {

    private static final String PASSWORD = "samsteg";

    /** @param url of an empty database, with its user */
    static ConfigurableApplicationContext on(
            String url, Statements statements, Bench.Step start, List<Bench.Step> tasks) {
        ConfigurableApplicationContext camunda = new SpringApplicationBuilder(BareCamunda.class)
                .initializers(statements::countIn)
                .run(
                        // Samsteg's settings stand in application.yml.
                        "--spring.config.name=bare",
                        "--spring.main.banner-mode=off",
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--camunda.bpm.job-execution.enabled=false",
                        "--camunda.bpm.auto-deployment-enabled=false",
                        // Ids of users have dots.
                        "--camunda.bpm.generic-properties.properties.userResourceWhitelistPattern=.+",
                        "--camunda.bpm.generic-properties.properties.groupResourceWhitelistPattern=.+");
        camunda.getBean(RepositoryService.class)
                .createDeployment()
                .addModelInstance("journey.bpmn", model(start, tasks))
                .deploy();
        IdentityService identity = camunda.getBean(IdentityService.class);
        Stream.concat(Stream.of(start), tasks.stream())
                .map(Bench.Step::user)
                .distinct()
                .forEach(user -> add(identity, user));
        FilterService filters = camunda.getBean(FilterService.class);
        filters.saveFilter(filters.newTaskFilter(Way.FILTER)
                .setQuery(camunda.getBean(TaskService.class).createTaskQuery()));
        return camunda;
    }

    private static BpmnModelInstance model(Bench.Step start, List<Bench.Step> tasks) {
        AbstractFlowNodeBuilder<?, ?> flow = Bpmn.createExecutableProcess(start.task())
                .camundaHistoryTimeToLiveString("P180D")
                .startEvent();
        for (Bench.Step step : tasks) {
            flow = flow.userTask(step.task()).name(step.task()).camundaCandidateGroups(groupOf(step.user()));
        }
        return flow.endEvent().done();
    }

    private static void add(IdentityService identity, String user) {
        var added = identity.newUser(user);
        added.setPassword(PASSWORD);
        identity.saveUser(added);
        identity.saveGroup(identity.newGroup(groupOf(user)));
        identity.createMembership(user, groupOf(user));
    }

    private static String groupOf(String user) {
        return "group-of-" + user;
    }
}
