package se.samsteg.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.samsteg.engine.SetUp;
import se.samsteg.engine.TestDatabase;
import se.samsteg.programme.ProgrammeFiles;

/** An engine on PostgreSQL with Samsteg's set-up and small models of the test's own. */
public final class FormEngine implements AutoCloseable {

    final DeployedForms deployed = new DeployedForms(ProgrammeFiles.forms());
    final Forms forms = new Forms(deployed);
    public final ProcessEngine engine;
    final JdbcClient jdbc;
    private final String database;
    private final Function<Forms, Map<String, Object>> beans;

    /** An engine on a database of its own. */
    public static FormEngine fresh(Function<Forms, Map<String, Object>> beans) {
        return new FormEngine(TestDatabase.url("forms" + System.nanoTime()), beans);
    }

    /** Another engine on the same database, as after a restart. */
    FormEngine restarted() {
        close();
        return new FormEngine(database, beans);
    }

    private FormEngine(String database, Function<Forms, Map<String, Object>> beans) {
        this.database = database;
        this.beans = beans;
        this.jdbc = JdbcClient.create(new DriverManagerDataSource(database));
        StaticListableBeanFactory factory = new StaticListableBeanFactory();
        beans.apply(forms).forEach(factory::addBean);
        factory.addBean("formGuard", new FormGuard(deployed, named -> text -> text));
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setJdbcUrl(database);
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setProcessEngineName("forms-" + System.nanoTime());
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setProcessEnginePlugins(new ArrayList<>(List.of(
                SetUp.of(factory, new FormBinding(deployed, ProgrammeFiles.forms())), new SpinProcessEnginePlugin())));
        engine = configuration.buildProcessEngine();
    }

    /** Deploys a model together with forms. */
    public void deploy(String bpmn, String... forms) {
        var deployment = engine.getRepositoryService().createDeployment().addString("processes/test.bpmn", bpmn);
        for (int n = 0; n < forms.length; n++) {
            deployment.addString("forms/form" + n + ".form", forms[n]);
        }
        deployment.deploy();
    }

    /** The only open task; null when there is none. */
    @Nullable
    Task openTask() {
        return engine.getTaskService().createTaskQuery().singleResult();
    }

    String taskId() {
        return Objects.requireNonNull(openTask(), "no task is open").getId();
    }

    /** Every text of every row of every table of the engine. */
    List<String> everythingStored() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        jdbc.sql("""
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = 'public' and table_name like 'act\\_%'
                          and data_type in ('character varying', 'text', 'bytea')
                        """)
                .query((row, n) -> columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(
                                row.getString(3).equals("bytea")
                                        ? "encode(" + row.getString(2) + ", 'escape')"
                                        : row.getString(2)))
                .list();
        List<String> all = new ArrayList<>();
        columns.forEach((table, names) ->
                all.addAll(jdbc.sql("select concat_ws(' | ', " + String.join(", ", names) + ") from " + table)
                        .query(String.class)
                        .list()));
        return all;
    }

    /** Takes away what a test has left, for the next one. */
    public void clear() {
        var repository = engine.getRepositoryService();
        repository.createDeploymentQuery().list().forEach(d -> repository.deleteDeployment(d.getId(), true));
    }

    @Override
    public void close() {
        engine.close();
    }
}
