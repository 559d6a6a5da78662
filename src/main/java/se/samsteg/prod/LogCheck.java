package se.samsteg.prod;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses a start in which the application could take back what stands in the access log. */
@Component
@Profile("prod")
@DependsOn("logSchema")
class LogCheck {

    private static final String WHAT_TO_DO =
            ": the application must work as another role than the access log's owner, see docs/operations.md";

    /** One line for each way to the log that the role has, by itself or by a role that it may take. */
    private static final String POWERS = """
            select power from (values
              ('is a superuser', (select rolsuper from pg_roles where rolname = current_user)),
              ('owns the access log or its schema',
                (select bool_or(pg_has_role(owner, 'member')) from (
                  select relowner from pg_class where oid = 'log.access_log'::regclass
                  union all select nspowner from pg_namespace where nspname = 'log') owners (owner))),
              ('owns the database',
                (select pg_has_role(datdba, 'member') from pg_database where datname = current_database())),
              ('may change what stands in the access log',
                has_table_privilege('log.access_log', 'update') or has_any_column_privilege('log.access_log', 'update')),
              ('may delete from the access log', has_table_privilege('log.access_log', 'delete, truncate')),
              ('may say when a view in the access log was',
                has_column_privilege('log.access_log', 'viewed_at', 'insert')
                or has_column_privilege('log.access_log', 'id', 'insert')),
              ('may put triggers on the access log', has_table_privilege('log.access_log', 'trigger')),
              ('may run programs or write files as the database server',
                pg_has_role('pg_execute_server_program', 'member') or pg_has_role('pg_write_server_files', 'member'))
            ) powers (power, has) where has""";

    LogCheck(DataSource application) {
        List<String> powers =
                JdbcClient.create(application).sql(POWERS).query(String.class).list();
        if (!powers.isEmpty()) {
            throw new StartRefused(powers.stream()
                    .map(power -> "SPRING_DATASOURCE_USERNAME is wrong: it " + power + WHAT_TO_DO)
                    .toList());
        }
    }
}
