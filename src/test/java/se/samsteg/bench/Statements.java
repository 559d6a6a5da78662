package se.samsteg.bench;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The SQL statements that an application sends to its database, from any thread. A batch of one statement with many rows
 * counts once.
 */
@TestConfiguration
class Statements implements BeanPostProcessor, QueryExecutionListener {

    private final List<String> sent = new ArrayList<>();

    /** Counts after every other bean has made of the data source what it makes. */
    void countIn(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(
                factory -> ((GenericApplicationContext) context).registerBean(Statements.class, () -> this));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(source).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        synchronized (sent) {
            for (QueryInfo query : queries) {
                sent.add(query.getQuery());
            }
        }
    }

    /** What was sent since this was asked last. */
    List<String> sentSince() {
        synchronized (sent) {
            List<String> all = List.copyOf(sent);
            sent.clear();
            return all;
        }
    }
}
