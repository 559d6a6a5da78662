package se.samsteg.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the work between {@link #begin} and {@link #end} costs, added up over many times. */
final class Meter {

    private final Statements statements;
    private final JdbcClient superuser;
    private final PostgresCpu postgres;
    private final OperatingSystemMXBean jvm = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final List<Double> millis = new ArrayList<>();
    private long sent;
    private long walBytes;
    private long jvmNanos;
    private long postgresNanos;

    private long walAtBegin;
    private long jvmAtBegin;
    private long postgresAtBegin;
    private long began;

    Meter(Statements statements, JdbcClient superuser, PostgresCpu postgres) {
        this.statements = statements;
        this.superuser = superuser;
        this.postgres = postgres;
    }

    void begin() {
        walAtBegin = wal();
        postgresAtBegin = postgres.nanos();
        statements.sentSince();
        jvmAtBegin = jvm.getProcessCpuTime();
        began = System.nanoTime();
    }

    void end() {
        millis.add((System.nanoTime() - began) / 1e6);
        jvmNanos += jvm.getProcessCpuTime() - jvmAtBegin;
        sent += statements.sentSince().size();
        postgresNanos += postgres.nanos() - postgresAtBegin;
        walBytes += wal() - walAtBegin;
    }

    private long wal() {
        return superuser
                .sql("select pg_current_wal_lsn() - '0/0'::pg_lsn")
                .query(Long.class)
                .single();
    }

    double statements() {
        return 1.0 * sent / millis.size();
    }

    double walKilobytes() {
        return walBytes / 1000.0 / millis.size();
    }

    double jvmMillis() {
        return jvmNanos / 1e6 / millis.size();
    }

    double postgresMillis() {
        return postgresNanos / 1e6 / millis.size();
    }

    double percentile(int percent) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
