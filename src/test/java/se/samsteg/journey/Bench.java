package se.samsteg.journey;

import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps of a journey to work, one by one, for whoever measures them. */
public final class Bench {

    private Bench() {}

    /** @param measure gets each step's name and its work, which it must do */
    public static void journeys(World world, JdbcClient jdbc, int count, BiConsumer<String, Runnable> measure) {
        for (String number : IdentityNumbers.some(count)) {
            Case[] started = new Case[1];
            measure.accept(
                    "start form",
                    () -> started[0] =
                            Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(number, world.today())));
            Case anna = started[0];
            step(measure, anna, "ledamot.soc", "userTask_assess", Answers.admit(Case.COACH));
            step(
                    measure,
                    anna,
                    Case.COACH,
                    "userTask_summon",
                    Answers.summons(world.today().plusWeeks(1)));
            step(measure, anna, Case.COACH, "userTask_holdEnrolment", Answers.enrolment(world.today()));
            step(measure, anna, Case.COACH, "userTask_mapSituation", Answers.mapping());
            step(measure, anna, Case.COACH, "userTask_measureBaseline", Answers.baseline());
            step(measure, anna, Case.COACH, "userTask_writeActionPlan", Answers.plan(world.today(), "workplace"));
            step(
                    measure,
                    anna,
                    Case.COACH,
                    "userTask_holdTalk",
                    Answers.talk(world.today().plusWeeks(2)));
            step(measure, anna, Case.CONSULTANT, "userTask_matchWorkplace", Answers.match());
            step(measure, anna, Case.CONSULTANT, "userTask_introduce", Answers.introduction(world.today()));
            step(measure, anna, Case.CONSULTANT, "userTask_followUpPlacement", Answers.jobOffered());
            step(measure, anna, Case.COACH, "userTask_decideNextStep", Answers.nextStep("exit", world.today()));
            step(measure, anna, Case.COACH, "userTask_measure", Answers.exitMeasurement());
            step(
                    measure,
                    anna,
                    Case.COACH,
                    "userTask_recordOutcome",
                    Answers.outcome("job", "regular-work", world.today()));
            step(measure, anna, Case.COACH, "userTask_writeReferralBack", Answers.shortReferralBack());
            step(measure, anna, Case.LEAD, "userTask_approveReferralBack", Answers.approve());
        }
    }

    private static void step(
            BiConsumer<String, Runnable> measure,
            Case anna,
            String user,
            String task,
            java.util.Map<String, Object> answers) {
        measure.accept(task, () -> anna.does(user, task, answers));
    }
}
