package se.samsteg.migration;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.engine.InstanceMoves;
import se.samsteg.engine.Move;
import se.samsteg.engine.OwnTransaction;
import se.samsteg.engine.PagedJobs;
import se.samsteg.engine.PagedWork;

/**
 * Lets running cases follow a release: the start notes which processes are on an earlier version of their model, jobs move
 * them a page at a time, and then give the open cases what the release adds. docs/decisions/migration.md
 */
@Component
class MigrationWork implements PagedWork {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationWork.class);

    /** A job has five minutes until another node takes it for dead; a page takes seconds. */
    static final int PAGE = 50;

    /** How often an instance with a running job is tried, a minute between. */
    private static final int ROUNDS = 10;

    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);

    private final Migrations migrations;
    private final Additions additions;
    private final Renames renames;
    private final InstanceMoves moves;
    private final OwnTransaction transaction;
    private final PagedJobs jobs;
    private final ObjectProvider<AddedToCases> added;

    /** What this node has deployed or found deployed. */
    private volatile @Nullable String release;

    MigrationWork(
            Migrations migrations,
            Additions additions,
            Renames renames,
            InstanceMoves moves,
            OwnTransaction transaction,
            PagedJobs jobs,
            ObjectProvider<AddedToCases> added) {
        this.migrations = migrations;
        this.additions = additions;
        this.renames = renames;
        this.moves = moves;
        this.transaction = transaction;
        this.jobs = jobs;
        this.added = added;
    }

    /** Before the next node's turn to start, and after the release's models were deployed. */
    @EventListener
    void started(ApplicationStartedEvent started) {
        release = migrations.release();
        boolean toMove = migrations.plan();
        boolean toAdd = additions.plan(added.stream().map(AddedToCases::kind).toList());
        if (toMove || toAdd) {
            jobs.begin(this);
        }
    }

    @Override
    public String name() {
        return "migration";
    }

    @Override
    public Optional<Next> page(String after) {
        if (!Objects.equals(release, migrations.release())) {
            // A node of the release before knows neither the models nor where activities are now.
            return Optional.of(new Next(after, BETWEEN_ROUNDS));
        }
        Position position = Position.read(after);
        List<UUID> page = migrations.waiting(position.instance(), PAGE);
        InstanceMoves.Several several = moves.several(renames::of);
        page.forEach(instance ->
                note(instance, several.move(instance, () -> migrations.moved(instance)), position.round() >= ROUNDS));
        if (page.size() == PAGE) {
            return Optional.of(new Next(new Position(position.round(), page.get(PAGE - 1)).text(), Duration.ZERO));
        }
        // Also those that a node of the release before has started meanwhile.
        if (migrations.plan()) {
            return Optional.of(new Next(new Position(position.round() + 1, null).text(), BETWEEN_ROUNDS));
        }
        return add() ? Optional.of(new Next(new Position(1, null).text(), Duration.ZERO)) : Optional.empty();
    }

    private void note(UUID instance, Move move, boolean lastRound) {
        switch (move.result()) {
            case MOVED -> {}
            case ENDED -> migrations.ended(instance);
            case BUSY -> {
                if (lastRound) {
                    migrations.keep(instance, Reason.BUSY, move.detail());
                }
            }
            case NO_PLACE -> migrations.keep(instance, Reason.NO_PLACE, move.detail());
            case OTHER_DEADLINE -> migrations.keep(instance, Reason.OTHER_DEADLINE, move.detail());
            case FAILED -> migrations.keep(instance, Reason.FAILED, move.detail());
        }
    }

    /** @return whether more may wait */
    private boolean add() {
        List<Additions.Waiting> page = additions.waiting(PAGE);
        page.forEach(this::add);
        return page.size() == PAGE;
    }

    private void add(Additions.Waiting one) {
        try {
            transaction.of(() -> {
                // A release may know no more what an earlier one has added.
                added.stream()
                        .filter(addition -> addition.kind().equals(one.kind()))
                        .forEach(addition -> addition.add(one.caseNumber()));
                additions.done(one, true);
                return true;
            });
        } catch (RuntimeException e) {
            LOG.error("{} was not added to {}", one.kind(), one.caseNumber(), e);
            additions.done(one, false);
        }
    }

    /**
     * @param round the first is 1
     * @param instance the last one that was tried; null at the beginning of a round
     */
    private record Position(int round, @Nullable UUID instance) {

        static Position read(String text) {
            String[] parts = text.split(" ", 2);
            return text.isEmpty()
                    ? new Position(1, null)
                    : new Position(Integer.parseInt(parts[0]), parts[1].isEmpty() ? null : UUID.fromString(parts[1]));
        }

        String text() {
            return round + " " + (instance == null ? "" : instance);
        }
    }
}
