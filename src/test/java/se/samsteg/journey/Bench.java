package se.samsteg.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The steps of a journey to work, one by one, for the tests that measure them. */
public final class Bench {

    private Bench() {}

    /**
     * A step of a journey.
     *
     * @param task its task's element id; of the first, the process that is started
     * @param answers as Tasklist sends them
     */
    public record Step(String user, String task, Map<String, Object> answers) {}

    /** Each another person's. */
    public static List<String> identityNumbers(int count) {
        return IdentityNumbers.some(count);
    }

    public static Step referral(String identityNumber, LocalDate today) {
        return step("handlaggare.fk", "samboradet", "referral-referral", Answers.referral(identityNumber, today));
    }

    /** From the assessment of the referral until the lead approves the återremiss. */
    public static List<Step> tasks(LocalDate today) {
        return List.of(
                step("ledamot.soc", "userTask_assess", "conference-assessment", Answers.admit(Case.COACH)),
                coach("userTask_summon", "admission-summons", Answers.summons(today.plusWeeks(1))),
                coach("userTask_holdEnrolment", "planning-enrolment", Answers.enrolment(today)),
                coach("userTask_mapSituation", "planning-mapping", Answers.mapping()),
                coach("userTask_measureBaseline", "planning-baseline", Answers.baseline()),
                coach("userTask_writeActionPlan", "planning-action-plan", Answers.plan(today, "workplace")),
                coach("userTask_holdTalk", "coaching-talk", Answers.talk(today.plusWeeks(2))),
                consultant("userTask_matchWorkplace", "workplace-match", Answers.match()),
                consultant("userTask_introduce", "workplace-introduction", Answers.introduction(today)),
                consultant("userTask_followUpPlacement", "workplace-follow-up", Answers.jobOffered()),
                coach("userTask_decideNextStep", "coaching-next-step", Answers.nextStep("exit", today)),
                coach("userTask_measure", "exit-measurement", Answers.exitMeasurement()),
                coach("userTask_recordOutcome", "exit-outcome", Answers.outcome("job", "regular-work", today)),
                coach("userTask_writeReferralBack", "exit-referral-back", Answers.shortReferralBack()),
                step(Case.LEAD, "userTask_approveReferralBack", "exit-approval", Answers.approve()));
    }

    private static Step coach(String task, String form, Map<String, Object> answers) {
        return step(Case.COACH, task, form, answers);
    }

    private static Step consultant(String task, String form, Map<String, Object> answers) {
        return step(Case.CONSULTANT, task, form, answers);
    }

    private static Step step(String user, String task, String form, Map<String, Object> answers) {
        return new Step(user, task, World.submitted(World.meant(form, answers)));
    }
}
