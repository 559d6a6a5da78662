package se.samsteg.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * Rights to tasks follow who has a task and for whom it is, and are written down nowhere. Camunda's own way, a grant
 * for each task and candidate, makes a list of tasks fifty times slower and keeps the rights of former assignees.
 * Tenants are checked too: no user sees a task of another association.
 */
@Component
class TaskRights extends AbstractProcessEnginePlugin {

    private static final String STATEMENTS = "access/task-rights.xml";
    private static final String INDEXES = "access/task-indexes.sql";
    private static final String ENGINE_TEXT = "org/camunda/bpm/engine/impl/mapping/entity/";

    /** Our statements are the engine's and one condition more: that holds for the text that was read, and no other. */
    private static final Map<String, String> READ = Map.of(
            "Task.xml", "616c3e9cdf4055cab8493558ece2d3bce0a3edb7bb9fe88570758b5103caf821",
            "Commons.xml", "16c91d33896e4c3f65ea0df14912c94cc86aa04cab92cf280acc4a2e866c51ff",
            "Tenant.xml", "d4b28172ce65e405d2fb042edfe5dbb5fb8454f5bcb179e6cdbe17b3890dde0e");

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTenantCheckEnabled(true);
        engine.setResourceAuthorizationProvider(new NoTaskGrants());
        engine.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(), new TaskChecks())));
        List<SessionFactory> sessions =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomSessionFactories(), List.of()));
        sessions.add(new OwnTasksFactory());
        engine.setCustomSessionFactories(sessions);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        READ.keySet().forEach(name -> mustHaveBeenRead(name, open(ENGINE_TEXT + name)));
        var statements = engine.getSqlSessionFactory().getConfiguration();
        new XMLMapperBuilder(open(STATEMENTS), statements, STATEMENTS, statements.getSqlFragments()).parse();
    }

    /** @throws IllegalStateException if the engine has another text of that name than the one that was read */
    static void mustHaveBeenRead(String name, InputStream engines) {
        if (!Objects.equals(READ.get(name), sum(engines))) {
            throw new IllegalStateException(name
                    + " is not the engine's text that the rights to tasks were made for: read what changed in it,"
                    + " see that access/task-rights.xml still narrows it, and write down its SHA-256");
        }
    }

    /** Once the engine's tables are there. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        new ResourceDatabasePopulator(new ClassPathResource(INDEXES))
                .execute(engine.getProcessEngineConfiguration().getDataSource());
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(TaskEntity.class.getClassLoader().getResourceAsStream(resource), resource);
    }

    private static String sum(InputStream engines) {
        try (InputStream text = engines) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class OwnTasksFactory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TaskManager.class;
        }

        @Override
        public Session openSession() {
            return new OwnTasks();
        }
    }
}
