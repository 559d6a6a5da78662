package se.samsteg.engine;

import static java.util.stream.Collectors.toMap;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.form.MovedForms;

/**
 * Moves process instances to the newest version of their model, each in a transaction of its own. Tasks keep their ids,
 * holders and dates, deadlines stay as they were, and no listener of a model runs again: letters were written and facts
 * recorded when the task began.
 */
@Component
public class InstanceMoves {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceMoves.class);

    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final OwnTransaction transaction;
    private final MovedForms forms;

    InstanceMoves(
            @Lazy ProcessEngineConfigurationImpl engine,
            @Lazy RuntimeService runtime,
            OwnTransaction transaction,
            MovedForms forms) {
        this.engine = engine;
        this.runtime = runtime;
        this.transaction = transaction;
        this.forms = forms;
    }

    /**
     * Begins to move several instances.
     *
     * @param renamed by the key of a process: new ids of activities by those of earlier versions
     */
    public Several several(Function<String, Map<String, String>> renamed) {
        return new Several(renamed);
    }

    /** Instances that are moved one after the other; the plans from version to version are made once. */
    public final class Several {

        private final Function<String, Map<String, String>> renamed;
        private final Map<String, Optional<MigrationPlan>> plans = new HashMap<>();

        private Several(Function<String, Map<String, String>> renamed) {
            this.renamed = renamed;
        }

        /**
         * @param moved runs in the same transaction once the instance has moved
         */
        public Move move(UUID instance, Runnable moved) {
            try {
                return transaction.of(() -> moved(instance.toString(), moved));
            } catch (MigratingProcessInstanceValidationException e) {
                return new Move(Move.Result.NO_PLACE, failures(e.getValidationReport()));
            } catch (MigrationPlanValidationException e) {
                return new Move(Move.Result.NO_PLACE, String.valueOf(e.getMessage()));
            } catch (Triggers.OtherDeadline e) {
                return new Move(Move.Result.OTHER_DEADLINE, e.activity);
            } catch (OptimisticLockingException e) {
                return Move.of(Move.Result.BUSY);
            } catch (RuntimeException e) {
                LOG.error("process instance {} stays on its version", instance, e);
                return new Move(Move.Result.FAILED, e.getClass().getSimpleName());
            }
        }

        private Move moved(String id, Runnable moved) {
            CommandContext context = Context.getCommandContext();
            ExecutionEntity instance = context.getExecutionManager().findExecutionById(id);
            if (instance == null) {
                return Move.of(Move.Result.ENDED);
            }
            List<JobEntity> jobs = context.getJobManager().findJobsByProcessInstanceId(id);
            if (jobs.stream().anyMatch(InstanceMoves::runs)) {
                return Move.of(Move.Result.BUSY);
            }
            plans.computeIfAbsent(instance.getProcessDefinitionId(), this::plan)
                    .ifPresent(plan -> follow(context, instance, plan, jobs));
            moved.run();
            return Move.of(Move.Result.MOVED);
        }

        /** Empty for what is on the newest version already. */
        private Optional<MigrationPlan> plan(String source) {
            var definitions = engine.getDeploymentCache();
            ProcessDefinitionEntity earlier = definitions.findDeployedProcessDefinitionById(source);
            ProcessDefinitionEntity latest = definitions.findDeployedLatestProcessDefinitionByKey(earlier.getKey());
            if (latest.getId().equals(source)) {
                return Optional.empty();
            }
            var plan = runtime.createMigrationPlan(source, latest.getId()).mapEqualActivities();
            renamed.apply(earlier.getKey()).forEach((from, to) -> {
                if (earlier.findActivity(from) != null && latest.findActivity(to) != null) {
                    plan.mapActivities(from, to);
                }
            });
            return Optional.of(plan.build());
        }
    }

    private void follow(CommandContext context, ExecutionEntity instance, MigrationPlan plan, List<JobEntity> jobs) {
        Triggers triggers = new Triggers(context, instance.getId(), jobs);
        Map<TaskEntity, @Nullable IoMapping> tasks = new HashMap<>();
        context.getTaskManager()
                .findTasksByProcessInstanceId(instance.getId())
                .forEach(task ->
                        tasks.put(task, task.getExecution().getActivity().getIoMapping()));

        runtime.newMigration(plan)
                .processInstanceIds(instance.getId())
                .skipCustomListeners()
                .execute();

        Map<String, String> places = plan.getInstructions().stream()
                .collect(toMap(MigrationInstruction::getSourceActivityId, MigrationInstruction::getTargetActivityId));
        triggers.settle(context, instance, places);
        tasks.forEach((task, before) -> forms.fit(task.getExecution(), before));
    }

    /** A job that runs now would fail when its instance has moved, and a letter that it has sent would be sent again. */
    private static boolean runs(JobEntity job) {
        Date until = job.getLockExpirationTime();
        return job.getLockOwner() != null && until != null && until.after(ClockUtil.getCurrentTime());
    }

    private static String failures(MigratingProcessInstanceValidationReport report) {
        return Stream.of(
                        report.getFailures().stream(),
                        report.getActivityInstanceReports().stream().flatMap(at -> at.getFailures().stream()
                                .map(failure -> at.getSourceScopeId() + ": " + failure)),
                        report.getTransitionInstanceReports().stream().flatMap(at -> at.getFailures().stream()
                                .map(failure -> at.getSourceScopeId() + ": " + failure)))
                .flatMap(Function.identity())
                .collect(Collectors.joining("; "));
    }
}
