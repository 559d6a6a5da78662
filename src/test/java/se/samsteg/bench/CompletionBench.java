package se.samsteg.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.journey.Bench;
import se.samsteg.journey.World;

/**
 * What a completed task costs in SQL statements and milliseconds, task by task, over a journey that is made twenty times.
 * Not part of {@code mvn verify}; run it with {@code mvn test -Dtest=CompletionBench}.
 */
@SamstegTest
@Import(CompletionBench.Counting.class)
class CompletionBench {

    private static final int JOURNEYS = 20;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void printWhatEachTaskCosts() {
        world.begin(LocalDate.of(2027, 2, 1));
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        Bench.journeys(world, jdbc, JOURNEYS, (step, work) -> {
            QueryCountHolder.clear();
            long start = System.nanoTime();
            work.run();
            costs.computeIfAbsent(step, any -> new ArrayList<>())
                    .add(new Cost(QueryCountHolder.getGrandTotal().getTotal(), (System.nanoTime() - start) / 1e6));
        });
        System.out.printf("%-32s %10s %8s %8s%n", "task", "statements", "p50 ms", "p95 ms");
        costs.forEach((step, all) -> System.out.printf(
                "%-32s %10d %8.1f %8.1f%n",
                step, all.get(all.size() - 1).statements(), percentile(all, 50), percentile(all, 95)));
    }

    private static double percentile(List<Cost> costs, int percent) {
        List<Double> sorted = costs.stream().map(Cost::millis).sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private record Cost(long statements, double millis) {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        static BeanPostProcessor countingDataSource() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source
                            ? ProxyDataSourceBuilder.create(source).countQuery().build()
                            : bean;
                }
            };
        }
    }
}
