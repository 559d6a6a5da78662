package se.samsteg.programme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What differs between programmes, as an administrator writes it in {@code programmes/<id>.yml}. Periods are ISO 8601
 * ({@code P2W}), dates {@code YYYY-MM-DD}, times {@code HH:mm} in Europe/Stockholm.
 */
public record Settings(
        @NotBlank @Pattern(regexp = "[a-z]+") String id,
        @NotBlank String name,
        @NotNull @Valid About about,
        @NotBlank @Pattern(regexp = "[a-z]+") String tenant,
        @NotBlank @Pattern(regexp = "[A-Z]{2,4}") String casePrefix,

        @NotEmpty
        List<
                        @NotNull
                        @Pattern(
                                regexp = "[0-9]{4}",
                                message = "must be the four digits of a municipality, such as 0127")
                        String>
                municipalities,

        @Min(1) int places,
        @NotEmpty List<@Valid Authority> authorities,
        @NotNull List<@NotNull @Valid Unit> units,
        @NotEmpty Map<@Pattern(regexp = "[a-z]+(-[a-z]+)*") String, @NotBlank String> roles,
        @NotNull @Valid Staffing staffing,
        @NotEmpty List<@Valid Step> ladder,
        @NotNull @Valid Referral referral,
        @NotNull @Valid Eligibility eligibility,
        @NotNull @Valid Completion completion,
        @NotNull @Valid Exceptions exceptions,
        @NotEmpty Map<@Pattern(regexp = "[a-z]+(-[a-z]+)+") String, @NotNull Period> due,
        @NotNull @Valid Confirmation confirmation,
        @Nullable @Valid Conference conference,
        @Nullable @Valid Intake intake,
        @NotEmpty List<@NotNull @Valid Option> notTakenIn,
        @Nullable @Valid Review review,
        @NotNull @Valid Waiting waiting,
        @NotNull @Valid Enrolment enrolment,
        @NotNull @Valid Planning planning,
        @NotNull @Valid Coaching coaching,
        @NotNull @Valid Pause pause,
        @NotNull @Valid Absence absence,
        @NotNull @Valid Sip sip,
        @NotNull @Valid Consent consent,
        @NotNull @Valid Alerts alerts,
        @NotNull @Valid Reminders reminders,
        @NotNull @Valid Audit audit,
        @NotNull @Valid Retention retention,
        @NotNull @Valid Measure measure,
        @NotNull @Valid Interruption interruption,
        @NotNull @Valid Reopening reopening,
        @NotNull @Valid Orientation orientation,
        @NotNull @Valid Workplace workplace,
        @NotNull @Valid Exit exit,
        @NotNull @Valid Followup followup,
        @NotNull @Valid Results results,
        @NotNull @Valid Closing closing,
        @NotNull @Valid Steering steering,
        @NotEmpty List<@Valid Group> groups) {

    /** What codes of options look like: English words with hyphens between. */
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    /**
     * What a referrer reads at the top of the form.
     *
     * @param rules the premises of the programme in a few sentences; null where it has none of its own
     */
    public record Referral(
            @Nullable @Size(min = 1, max = 2000) String rules) {}

    /**
     * Who answers for the programme, as its documents, letters and register extracts say it.
     *
     * @param owner the organisation that runs it, in whose name letters and documents are sent
     * @param funder who pays
     * @param purpose why personal data is kept, as a participant reads it: a sentence or two
     * @param controller who answers for the personal data (personuppgiftsansvarig)
     * @param contact where participants turn with questions about their data: e-mail
     */
    public record About(
            @NotBlank String owner,
            @NotBlank String funder,
            @NotBlank String purpose,
            @NotBlank String controller,
            @NotBlank @Email String contact) {}

    /**
     * The decision that names every criterion which a referral does not meet, and the numbers that it compares with.
     *
     * @param decision key of a DMN table; it reads {@code criteria}: the referral's answers by key, the limits by name,
     *     {@code age} and {@code resident}
     */
    public record Eligibility(
            @NotBlank String decision, @NotNull Map<String, @NotNull Integer> limits) {

        /** @throws IllegalArgumentException if the programme has no such limit */
        public int limit(String name) {
            Integer limit = limits.get(name);
            if (limit == null) {
                throw new IllegalArgumentException("no limit " + name);
            }
            return limit;
        }
    }

    /**
     * Which role does what programmes give to different roles.
     *
     * @param workplace finds workplaces and follows placements up
     * @param assessment assesses the need of support for work
     * @param approval approves a referral back before it is sent; never the coach, who has written it
     */
    public record Staffing(
            @NotNull Performer workplace,
            @NotNull Performer assessment,
            @NotNull Approver approval) {}

    /** Who works with a participant: the case's own coach, or a member of a group of specialists. */
    public enum Performer {
        @JsonProperty("coach")
        COACH,
        @JsonProperty("employment-consultant")
        EMPLOYMENT_CONSULTANT,
        @JsonProperty("occupational-therapist")
        OCCUPATIONAL_THERAPIST;

        public boolean isCoach() {
            return this == COACH;
        }

        /** The group whose members have the work in common; none for the coach, who has it alone. */
        List<String> groups() {
            return isCoach() ? List.of() : List.of(role());
        }

        /** The id of the role. */
        public String role() {
            return Settings.role(this);
        }
    }

    /** Who reads a text before it leaves the programme. */
    public enum Approver {
        @JsonProperty("programme-lead")
        PROGRAMME_LEAD,
        @JsonProperty("group-coach")
        GROUP_COACH,
        @JsonProperty("employment-consultant")
        EMPLOYMENT_CONSULTANT,
        @JsonProperty("occupational-therapist")
        OCCUPATIONAL_THERAPIST;

        /** The id of the role. */
        public String role() {
            return Settings.role(this);
        }
    }

    private static String role(Enum<?> named) {
        return named.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A referral or preliminary basis that must be completed. */
    public record Completion(
            @NotNull Period period, @NotNull Period reminderAfter) {}

    /** By when the lead decides on an exception from the criteria, and when the lead is reminded, first and then again. */
    public record Exceptions(
            @Min(1) int decideWithinWorkingDays,
            @Min(1) int remindAfterWorkingDays,
            @NotNull Period remindEvery) {}

    /** How long a request that cannot be taken back waits to be confirmed before it is dropped. */
    public record Confirmation(@NotNull Duration within) {}

    /** Sittings come every {@code interval} from {@code firstSitting}; null where no conference assesses referrals. */
    public record Conference(
            @NotNull LocalDate firstSitting,
            @NotNull Period interval,
            @NotNull LocalTime time,
            @NotBlank String place,
            @Min(0) int agendaWorkingDaysBefore) {}

    /**
     * A talk of caseworker, coach and participant that is intake and enrolment in one; null where a conference takes in.
     *
     * @param appointedBy the role whose members appoint the coach, or {@link #RULE}
     */
    public record Intake(@NotBlank String appointedBy) {

        /**
         * The coach with the lowest load who has room and speaks the participant's language; the lead appoints where there
         * is none.
         */
        static final String RULE = "rule";

        public boolean byRule() {
            return appointedBy.equals(RULE);
        }
    }

    /**
     * Which decision ranks those who wait for a place, who is told of the wait, and how often the coach is told of a wait
     * for a group.
     *
     * @param decision id of a DMN table of {@code processes/decisions} with the results {@code rank}, 1 first, and
     *     {@code reason}
     */
    public record Waiting(
            @NotBlank @Pattern(regexp = "[a-z]+(-[a-z]+)*") String decision,
            @NotNull Period noteEvery,
            @NotNull Period alertAfter,
            @NotNull Period groupAlertEvery) {}

    /** What is gone through with a participant before the enrolment is complete. */
    public record Enrolment(@NotEmpty List<@NotNull @Valid Option> information) {

        /** Whether all of it was gone through. */
        public boolean saidAll(@Nullable List<String> said) {
            return said != null
                    && said.containsAll(information.stream().map(Option::code).toList());
        }
    }

    public record Planning(
            @NotNull Period checkInAfter, @NotNull Period completePreliminaryPlanWithin) {}

    /** The end is prepared {@code prepareEndBefore} the longest stay is over. */
    public record Coaching(
            @NotNull Period talkEvery,
            @NotNull Period scalesEvery,
            @NotNull Period planReviewEvery,
            @NotNull Period noContactAlertAfter,
            @NotNull Period longestStay,
            @NotNull Period prepareEndBefore,
            @Min(1) int loadCeiling) {}

    /** While care comes first: talks and the no-contact alert wait longer, and the return is planned before the last day. */
    public record Pause(
            @NotNull Period talkEvery,
            @NotNull Period noContactAlertAfter,
            @NotNull Period planReturnBefore) {}

    /**
     * What happens when a participant does not come. A {@code ladder} visits the participant at home after the first
     * time and contacts the referring authority after some more; {@code outreach} seeks the participant out again and
     * again and tells the caseworker of an unusually long absence. Neither ever discharges a participant.
     */
    public record Absence(
            @NotNull @Pattern(regexp = "ladder|outreach") String response,
            @Min(1) int homeVisitWorkingDays,
            @Min(2) int contactAuthorityAt,
            @NotNull Period outreachEvery,
            @NotNull Period unusuallyLongAfter) {}

    /**
     * Who can be invited to SIP meetings, who calls to them, and when the lead is told of a long wait.
     *
     * @param unless why a participant has none, in a programme where each has one; null where they are held on request
     */
    public record Sip(
            @NotEmpty List<@NotNull @Valid Option> parties,
            @Nullable @Size(min = 1) List<@NotNull @Valid NoSip> unless,
            @NotNull Convener convener,
            @NotNull Period leadAfter) {

        /** Whether each participant has a SIP meeting unless there is a reason against it. */
        public boolean ofEach() {
            return unless != null;
        }

        /** Empty for a reason that the programme does not know. */
        public Optional<NoSip> reason(@Nullable String code) {
            return Stream.ofNullable(unless)
                    .flatMap(List::stream)
                    .filter(reason -> reason.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * Why a participant has no SIP meeting.
     *
     * @param asksAgain whether it holds for a time only, so that a day must be named on which the question comes back
     */
    public record NoSip(
            @NotBlank @Pattern(regexp = CODE) String code,
            @NotBlank String name,
            boolean asksAgain) {}

    /** The coach where coaches have the mandate to call the authorities; otherwise the caseworker. */
    public enum Convener {
        CASEWORKER,
        COACH
    }

    public record Consent(@NotNull Period renewBefore) {}

    /**
     * When the lead gets a task about what has been left undone.
     *
     * @param repeatEvery when the lead is reminded of an alert without an answer
     * @param assessmentMissingAfter when the coach may go on without the occupational therapist's assessment, counted from
     *     the day it was due
     */
    public record Alerts(
            @NotNull Period repeatEvery,
            @NotNull Period planReviewOverdueAfter,
            @NotNull Period rollCallMissingAfter,
            @NotNull Period groupStaffingMissingAfter,
            @NotNull Period groupEvaluationMissingAfter,
            @NotNull Period assessmentMissingAfter) {}

    /**
     * When the holder of an overdue task is reminded, and when the leads are told that it is left undone; counted from the
     * day it was due.
     *
     * @param tasks what differs for a task, by the id of its form
     */
    public record Reminders(
            @NotNull @Size(min = 2, max = 2) List<@NotNull Period> holderAfter,
            @NotNull Period leadAfter,
            @NotNull Map<@Pattern(regexp = "[a-z]+(-[a-z]+)+") String, @NotNull @Valid Times> tasks) {

        public record Times(
                @NotNull @Size(min = 2, max = 2) List<@NotNull Period> holderAfter,
                @NotNull Period leadAfter) {

            private static final String ORDER = "must go from the first reminder to the second and on to the lead";

            @AssertTrue(message = ORDER)
            boolean isInOrder() {
                return holderAfter == null
                        || leadAfter == null
                        || holderAfter.size() < 2
                        || before(Period.ZERO, holderAfter.get(0))
                                && before(holderAfter.get(0), holderAfter.get(1))
                                && before(holderAfter.get(1), leadAfter);
            }

            private static boolean before(Period earlier, Period later) {
                return LocalDate.EPOCH.plus(earlier).isBefore(LocalDate.EPOCH.plus(later));
            }
        }

        @AssertTrue(message = Times.ORDER)
        boolean isInOrder() {
            return new Times(holderAfter, leadAfter).isInOrder();
        }

        /** @param task the id of its form */
        public Times of(String task) {
            return tasks.getOrDefault(task, new Times(holderAfter, leadAfter));
        }
    }

    /**
     * How many views of the month before the lead looks at, and by when; how often a user is refused within an hour before
     * the lead is told.
     */
    public record Audit(
            @Min(1) @Max(100) int sampleSize,
            @Min(1) int refusalsPerHour,
            @NotNull Period within,
            @NotNull Period reminderAfter) {}

    /**
     * How long what is kept of a person stays after the last note in the file, how long the log tells who has looked, and by
     * when the lead has gone through what is to go. Files of persons born on one of {@code archiveDays} of a month go to an
     * archive.
     */
    public record Retention(
            @NotNull Period keep,
            @NotNull Period keepLog,
            @NotNull List<@Min(1) @Max(31) Integer> archiveDays,
            @NotNull Period within,
            @NotNull Period reminderAfter) {

        /** The engine remembers for so long what it was about: a task of a change of coach is called after a case. */
        private static final Period ENGINE = Period.ofDays(180);

        @AssertTrue(message = "must be at least P180D, for which the engine remembers")
        boolean isKeepAsLongAsTheEngine() {
            LocalDate day = LocalDate.EPOCH;
            return keep == null || !day.plus(keep).isBefore(day.plus(ENGINE));
        }
    }

    /** An authority that refers, by the code that forms and tables have. */
    public record Authority(
            @NotBlank @Pattern(regexp = "[a-z]+") String code,
            @NotBlank String name) {}

    /**
     * A unit of an authority, such as a city district's social services, or one that only receives letters and notices.
     *
     * @param code as the register of staff and the cases have it
     * @param authority the code of the programme's authority; null for a unit without users
     * @param address an e-mail address; null where letters go to the unit's users alone
     */
    public record Unit(
            @NotBlank @Pattern(regexp = "[a-z]+(-[a-z]+)*") String code,
            @NotBlank String name,
            @Nullable String authority,
            @Nullable @Email String address) {

        /** Whether staff work there: a unit without users has no reviews and sends no referrals. */
        public boolean hasUsers() {
            return authority != null;
        }
    }

    /**
     * The monthly review of each referring unit's participants; null where there is none.
     *
     * @param firstDay of the first review; the others follow {@code every} period, on the next working day where one falls
     *     on a day off
     * @param prepareBefore how long before the day the coaches prepare it
     * @param convener the role that calls the unit
     * @param remindBefore how long before the day the unit is called and reminded
     */
    public record Review(
            @NotNull LocalDate firstDay,
            @NotNull Period every,
            @NotNull Period prepareBefore,
            @NotNull Convener convener,
            @NotNull Period remindBefore) {

        /** Who calls a unit to the review. */
        public enum Convener {
            @JsonProperty("unit-manager")
            UNIT_MANAGER,
            @JsonProperty("steering-group")
            STEERING_GROUP,
            @JsonProperty("programme-lead")
            PROGRAMME_LEAD
        }

        @AssertTrue(message = "must prepare a review after the one before it, and call the unit while it is prepared")
        boolean isInOrder() {
            LocalDate day = LocalDate.EPOCH;
            return every == null
                    || prepareBefore == null
                    || remindBefore == null
                    || !day.plus(prepareBefore).isBefore(day.plus(remindBefore))
                            && day.plus(prepareBefore).isBefore(day.plus(every))
                            && day.isBefore(day.plus(remindBefore));
        }
    }

    /**
     * A step of the ladder: the process that it is, and whether a participant may begin it only with a group or an
     * assessment.
     *
     * @param beside steps that may run beside it, of those that process {@code activity} can call; a step beside itself is a
     *     group of one type beside a group of another
     */
    public record Step(
            @NotBlank String step,
            @NotBlank String name,
            boolean needsGroupOrAssessment,
            @NotNull List<@Pattern(regexp = "prerehab|orientation") String> beside) {

        /** Where the ladder ends: the process that follows on the last step. */
        public static final String EXIT = "exit";

        @AssertTrue(message = "may be beside itself only where it is a group or an assessment")
        boolean isOnceUnlessInGroups() {
            return needsGroupOrAssessment || beside == null || !beside.contains(step);
        }
    }

    /**
     * What other parties promise.
     *
     * @param unattendedAfter how long an overdue measure may lie without any attempt before it counts as overdue once more
     * @param kinds of measures, in the order in which they are offered
     */
    public record Measure(
            @NotNull Period unattendedAfter, @NotEmpty List<@Valid Option> kinds) {

        /** What a kind is called; the code itself where the programme does not know it any more. */
        public String kind(String code) {
            return Option.name(kinds, code);
        }
    }

    /** What a form offers where programmes differ. */
    public record Option(
            @NotBlank @Pattern(regexp = CODE) String code,
            @NotBlank String name) {

        private static String name(List<Option> options, String code) {
            return options.stream()
                    .filter(option -> option.code().equals(code))
                    .map(Option::name)
                    .findFirst()
                    .orElse(code);
        }
    }

    /** For how long an exit, or what was told of a participant who cannot answer any more, can be undone. */
    public record Reopening(@NotNull Period within) {

        /** As it is said to staff. */
        public long days() {
            return LocalDate.EPOCH.until(LocalDate.EPOCH.plus(within), ChronoUnit.DAYS);
        }
    }

    /** Grounds on which participation is discontinued, by the form's codes, and what they mean for the exit. */
    public record Interruption(@NotEmpty List<@Valid Discontinuation> grounds) {

        /** Empty for a ground that the programme does not know. */
        public Optional<Discontinuation> ground(String code) {
            return grounds.stream().filter(ground -> ground.code().equals(code)).findFirst();
        }
    }

    /**
     * A ground on which participation is discontinued.
     *
     * @param exitGround the exit's ground that goes with it
     * @param mainOutcome the main outcome that goes with it; null where the coach decides it
     */
    public record Discontinuation(
            @NotBlank String code,
            @NotBlank String exitGround,
            @Nullable String mainOutcome) {}

    /** What orientation can consist of. */
    public record Orientation(@NotEmpty List<@NotNull @Valid Option> parts) {}

    public record Workplace(
            @NotNull Period followUpEvery, @NotEmpty List<@Valid PlacementType> placements) {

        /** Whether a placement of that type must have a last day. */
        public boolean limited(String type) {
            return placements.stream().anyMatch(known -> known.code().equals(type) && known.limited());
        }
    }

    /** A type of placement; one that is lent time is limited, for without an end it would become unpaid work. */
    public record PlacementType(
            @NotBlank String code, @NotBlank String name, boolean limited) {}

    /**
     * The way out.
     *
     * @param continuationRequired whether it must be said what follows where there is neither work nor studies
     * @param continuations what can follow, in the order in which it is offered
     * @param handoverMeeting whether the coach and the participant meet the unit that takes over
     * @param secondaryOutcomes what is reached beside the main outcome; those that can be the main one among them
     */
    public record Exit(
            boolean continuationRequired,
            @NotEmpty List<@Valid Option> continuations,
            boolean handoverMeeting,
            @NotNull Period answerWithin,
            @NotNull Period answerReminderAfter,
            @NotNull Period askAgainEvery,
            @NotNull Period answerAgainWithin,
            @NotEmpty List<@Valid Ground> grounds,
            @NotEmpty List<@Valid MainOutcome> mainOutcomes,
            @NotEmpty List<@Valid Option> secondaryOutcomes) {

        /** @throws IllegalArgumentException if the programme has no such main outcome */
        public MainOutcome mainOutcome(String code) {
            return mainOutcomes.stream()
                    .filter(outcome -> outcome.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such main outcome"));
        }

        /** @throws IllegalArgumentException if the programme has no such ground */
        public Ground ground(String code) {
            return grounds.stream()
                    .filter(ground -> ground.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such ground"));
        }
    }

    /** What a main outcome counts as in the results. */
    public enum Counts {
        WORK,
        STUDIES,
        /** Available to the labour market; for the exit it is neither work nor studies. */
        AVAILABLE
    }

    /** What a main outcome means for the programme's contact with the participant after the exit. */
    public enum Contact {
        /** The participant has died: nothing continues, and there is no follow-up. */
        ENDS,
        /** Another party takes over: the programme asks once after a year, and only a participant who agreed to it. */
        HANDED_OVER
    }

    /**
     * A ground for the exit.
     *
     * @param needs what the main outcome must count as; null for any
     */
    public record Ground(
            @NotBlank @Pattern(regexp = CODE) String code,
            @NotBlank String name,
            @Nullable Counts needs) {}

    /**
     * What became of a participant: exactly one of these counts.
     *
     * @param counts null for what no goal about work counts
     * @param onlyOn the one ground that it goes with; null for any
     * @param contact null where the programme follows the participant up as usual
     * @param handedTo code of the unit that takes over, which gets a letter; null where none does
     */
    public record MainOutcome(
            @NotBlank @Pattern(regexp = CODE) String code,
            @NotBlank String name,
            @Nullable Counts counts,
            @Nullable String onlyOn,
            @Nullable Contact contact,
            @Nullable String handedTo) {

        public boolean work() {
            return counts == Counts.WORK;
        }

        public boolean endsContact() {
            return contact == Contact.ENDS;
        }

        public boolean handedOver() {
            return contact == Contact.HANDED_OVER;
        }

        /** Something is left to continue with, to recommend at length and to measure. */
        public boolean continues() {
            return !work() && counts != Counts.STUDIES && !endsContact();
        }
    }

    /**
     * What is asked after the exit.
     *
     * @param firstFollowUp once in the beginning, by the date of the start or of the exit; null where there is none
     * @param contacts tapering, each counted from the exit; may be empty
     * @param finalAfter when it is asked a last time, counted from the exit
     */
    public record Followup(
            @Nullable @Valid FirstFollowUp firstFollowUp,
            @NotNull List<@NotNull Period> contacts,
            @NotNull Period finalAfter,
            @NotNull Period remindCoachBefore,
            @NotNull @Size(min = 2, max = 2) List<@NotNull Period> reminders,
            @NotNull Period leadAfter,
            @Min(1) int attempts) {

        /** Whether there is a first follow-up that is counted from there. */
        public boolean firstFrom(Anchor anchor) {
            return firstFollowUp != null && firstFollowUp.from() == anchor;
        }
    }

    /**
     * What is aimed at.
     *
     * @param goals of figures, with the days in which they were in force
     * @param volume null where no number is aimed at
     */
    public record Results(
            @NotNull List<@NotNull @Valid Goal> goals,
            @Nullable @Valid Volume volume) {}

    /**
     * A share that is aimed at.
     *
     * @param figure id of the figure, such as {@code goal1}
     * @param target percent
     * @param from first day
     * @param to last day; null while it is in force
     * @param wording as it was decided
     */
    public record Goal(
            @NotBlank String figure,
            @Min(0) @Max(100) int target,
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @NotBlank String wording) {}

    /** By when the lead has signed the figures of a year, and when the lead is reminded, from the first working day after it. */
    public record Closing(@NotNull Period within, @NotNull Period reminderAfter) {}

    /**
     * The quarterly report to the steering group.
     *
     * @param within by when it is sent, counted from the first working day after the quarter
     * @param convener who calls the steering group: a user id, or the e-mail address of a person without an account; null
     *     where no letter is wanted
     * @param agenda the standing points of a meeting
     */
    public record Steering(
            @NotNull Period within,
            @NotNull Period reminderAfter,

            @Nullable @Pattern(regexp = "[A-Za-z0-9._-]+(@[A-Za-z0-9.-]+)?")
            String convener,

            @NotEmpty List<@NotBlank String> agenda) {}

    /** How many cases and groups are aimed at in a year. */
    public record Volume(
            @Min(0) int fewestCases,
            @Min(0) int mostCases,
            @Min(0) int groups) {}

    /** When the first follow-up is. From the start it comes whether or not the participant has left by then. */
    public record FirstFollowUp(
            @NotNull Period after, @NotNull Anchor from) {}

    /** The day that the first follow-up is counted from: of the enrolment, or of the exit. */
    public enum Anchor {
        START,
        EXIT
    }

    /** Whether it is recorded who came to the sessions of a group, and whether the referring authority may know. */
    public enum Attendance {
        /** A session is recorded without names. */
        OFF,
        /** For staff of the programme alone. */
        INTERNAL,
        /** The caseworker too sees it of own participants, if the referral asks for it and the participant allows it. */
        SHARED;

        /** YAML reads {@code off} without quotes as false. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Attendance of(Object said) {
            return said.equals(false) ? OFF : valueOf(said.toString().toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A type of group.
     *
     * @param cohortMonths how many months those who begin in a group are followed as a cohort, the first one counted; null
     *     for a type that begins none
     */
    public record Group(
            @NotBlank @Pattern(regexp = "[a-z]+") String type,
            @NotBlank String name,
            @NotEmpty List<@NotNull @Valid Series> series,
            @Min(1) int planned,
            @Min(1) int maximum,
            @NotNull Attendance attendance,
            @Nullable @Min(1) @Max(36) Integer cohortMonths,
            @NotEmpty List<@NotNull @Pattern(regexp = "woman|man|other") String> womenOnlyAdmits,
            @NotEmpty List<@NotBlank String> themes) {

        /** Chosen instead of a type where the participant is in no group. */
        public static final String NONE = "none";

        /** @param wanted a type, {@link #NONE} or null */
        public static boolean chosen(@Nullable String wanted) {
            return wanted != null && !wanted.equals(NONE);
        }

        @AssertTrue(message = "must have names of their own")
        boolean isNamedApart() {
            return series == null
                    || series.stream().map(Series::name).distinct().count() == series.size();
        }

        @AssertTrue(message = "may leave weekdays to the plan of the group in one series")
        boolean isPlannableInOneForm() {
            return series == null
                    || series.stream().filter(one -> one.weekdays() == null).count() <= 1;
        }

        /** The series of that name; the first one for a session from before series had names. */
        public Series series(String name) {
            return series.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(series.get(0));
        }

        public boolean callsRoll() {
            return attendance != Attendance.OFF;
        }

        /** Whether the group coach decides when the group ends. */
        public boolean hasNoEnd() {
            return series.stream().anyMatch(one -> one.weeks() == null);
        }
    }

    /**
     * One series of sessions of a group: theory, training, the weekly meeting. What it leaves open is asked when a group is
     * planned.
     *
     * @param name tells the series of a type apart, such as Teori
     * @param place null where each group has its own
     * @param weekdays as many as {@code sessionsPerWeek}; null where each group has its own
     * @param time when a session begins; null where each group has its own
     * @param weeks how long it goes on; null for a series without an end
     * @param minutes how long a session takes
     */
    public record Series(
            @NotBlank String name,
            @Nullable String place,
            @Nullable List<@NotNull DayOfWeek> weekdays,
            @Nullable LocalTime time,
            @Nullable @Min(1) Integer weeks,
            @Min(1) @Max(7) int sessionsPerWeek,
            @Min(1) int minutes) {

        @AssertTrue(message = "must have as many weekdays as sessions a week")
        boolean isOnAsManyDays() {
            return weekdays == null || Set.copyOf(weekdays).size() == sessionsPerWeek;
        }
    }

    @AssertTrue(message = "municipalities: must be those of municipalities.csv")
    boolean isEachMunicipalityKnown() {
        return municipalities == null || Municipalities.names().keySet().containsAll(municipalities);
    }

    @AssertTrue(message = "staffing: must be done by some of the roles")
    boolean isStaffedByRoles() {
        return staffing == null
                || roles == null
                || staffing.workplace() == null
                || staffing.assessment() == null
                || staffing.approval() == null
                || roles.keySet()
                        .containsAll(List.of(
                                staffing.workplace().role(),
                                staffing.assessment().role(),
                                staffing.approval().role()));
    }

    @AssertTrue(message = "intake.appointedBy: must be one of the roles, or rule")
    boolean isAppointedByARoleOrRule() {
        return intake == null || roles == null || intake.byRule() || roles.containsKey(intake.appointedBy());
    }

    @AssertTrue(message = "units: must belong to authorities of the programme and have codes of their own")
    boolean isUnitsOfAuthorities() {
        return units == null
                || authorities == null
                || units.stream().map(Unit::code).distinct().count() == units.size()
                        && units.stream()
                                .flatMap(unit -> Stream.ofNullable(unit.authority()))
                                .allMatch(authority -> authority(authority).isPresent());
    }

    @AssertTrue(message = "must have an address where they have no authority, or nothing reaches them")
    boolean isReachableUnits() {
        return units == null || units.stream().allMatch(unit -> unit.hasUsers() || unit.address() != null);
    }

    @AssertTrue(
            message =
                    "must hand over to one of the units with an address where another party takes over, and only there")
    boolean isHandedOverToKnown() {
        return exit == null
                || units == null
                || exit.mainOutcomes() == null
                || exit.mainOutcomes().stream()
                        .allMatch(outcome -> outcome.handedOver()
                                ? unit(outcome.handedTo())
                                        .filter(unit -> unit.address() != null)
                                        .isPresent()
                                : outcome.handedTo() == null);
    }

    /** Codes of an authority's units. */
    public List<String> unitsOf(String authority) {
        return units.stream()
                .filter(unit -> authority.equals(unit.authority()))
                .map(Unit::code)
                .toList();
    }

    /** A unit by its code; empty for one that is not the programme's. */
    public Optional<Unit> unit(@Nullable String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /**
     * How long a task may take.
     *
     * @param task the id of its form
     * @throws IllegalArgumentException if the programme sets nothing for it
     */
    public Period due(String task) {
        Period period = due.get(task);
        if (period == null) {
            throw new IllegalArgumentException("programme " + id + " does not say when " + task + " is due");
        }
        return period;
    }

    /** What an authority is called; empty for another party. */
    public Optional<String> authority(String code) {
        return authorities.stream()
                .filter(authority -> authority.code().equals(code))
                .map(Authority::name)
                .findFirst();
    }

    /** What authorities are called, in the order of the codes, with commas; the code itself for another party. */
    public String authorities(Collection<String> codes) {
        return codes.stream().map(code -> authority(code).orElse(code)).collect(Collectors.joining(", "));
    }

    /** Empty for what is no step of the programme's ladder. */
    public Optional<Step> step(String step) {
        return ladder.stream().filter(known -> known.step().equals(step)).findFirst();
    }

    /** @throws IllegalArgumentException if the programme has no such group type */
    public Group group(String type) {
        return groups.stream()
                .filter(group -> group.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no group type " + type + " in programme " + id));
    }
}
