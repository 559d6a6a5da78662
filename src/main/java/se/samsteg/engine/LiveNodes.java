package se.samsteg.engine;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The nodes of the application that run now, and which programme files each has: two nodes with different files would deploy
 * them in turn and run a case by one file here and by another there.
 */
@Repository
class LiveNodes implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LiveNodes.class);

    /** A node that has not been seen for this long does not run any more. */
    private static final Duration ALIVE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final UUID node = UUID.randomUUID();
    private @Nullable String joined;

    LiveNodes(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Enters this node among those that run. Where no other runs, new files are taken and logged.
     *
     * @param files a hash of the programme files
     * @throws IllegalStateException if a node runs with other files
     */
    void join(String files) {
        transaction.executeWithoutResult(status -> enter(files));
        joined = files;
        LOG.info("Programme files: {}", files);
    }

    private void enter(String files) {
        jdbc.sql("delete from live_node where seen_at < now() - make_interval(secs => ?)")
                .param(ALIVE.toSeconds())
                .update();
        // Of two nodes that start at once with different files one must see the other.
        jdbc.sql("lock table live_node in share row exclusive mode").update();
        List<String> others = jdbc.sql("select distinct files from live_node where files <> ?")
                .param(files)
                .query(String.class)
                .list();
        if (!others.isEmpty()) {
            throw new IllegalStateException(
                    "A node runs with other programme files (%s) than these (%s). Give all nodes the same files, or stop them all."
                            .formatted(others.get(0), files));
        }
        jdbc.sql("insert into live_node (node, files, seen_at) values (?, ?, now())")
                .params(node, files)
                .update();
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void isAlive() {
        if (joined != null) {
            jdbc.sql("update live_node set seen_at = now() where node = ?")
                    .param(node)
                    .update();
        }
    }

    @Override
    public void destroy() {
        if (joined != null) {
            jdbc.sql("delete from live_node where node = ?").param(node).update();
        }
    }
}
