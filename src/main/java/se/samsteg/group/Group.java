package se.samsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.util.StringUtils;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.exit.CaseClosed;
import se.samsteg.form.Choice;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.form.TaskTexts;
import se.samsteg.handover.GroupsHandedOver;
import se.samsteg.person.Person;
import se.samsteg.person.PersonChanged;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;
import se.samsteg.protection.IdentityProtected;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/**
 * One group from planning to evaluation, and the list of those who wait for one. A group's process knows only the group's
 * number; who is in it stands here.
 */
@Phase("group")
public class Group {

    private static final int SEATS = 12;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.forLanguageTag("sv-SE"));

    private final Groups groups;
    private final Facts facts;
    private final Forms forms;
    private final Actor actor;
    private final Programmes programmes;
    private final Programme programme;
    private final WorkingDays workingDays;
    private final RuntimeService runtime;
    private final TaskTexts texts;
    private final Colleagues colleagues;
    private final FormTexts words;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Group(
            Groups groups,
            Facts facts,
            Forms forms,
            Actor actor,
            Programmes programmes,
            Programme programme,
            WorkingDays workingDays,
            @Lazy RuntimeService runtime,
            TaskTexts texts,
            Colleagues colleagues,
            FormTexts words,
            Clock clock,
            ApplicationEventPublisher events) {
        this.groups = groups;
        this.facts = facts;
        this.forms = forms;
        this.actor = actor;
        this.programmes = programmes;
        this.programme = programme;
        this.workingDays = workingDays;
        this.runtime = runtime;
        this.texts = texts;
        this.colleagues = colleagues;
        this.words = words;
        this.clock = clock;
        this.events = events;
    }

    // ---- planning a group

    /**
     * Takes up what the start form said, in the programme of the starter that has such groups; the starter leads it.
     * The process gets the group's number, as {@code groupId} and business key.
     *
     * @throws Refused if the group type does not allow it
     */
    public void plan(DelegateExecution execution) {
        Forms.Filled form = forms.ofStart(execution);
        GroupPlan plan = form.as(GroupPlan.class);
        Settings settings = programmes.all().stream()
                .filter(one -> one.tenant().equals(execution.getTenantId()))
                .filter(one ->
                        one.groups().stream().anyMatch(group -> group.type().equals(plan.type())))
                .min(Comparator.comparing(Settings::id))
                .orElseThrow(() -> new Refused("Grupptyp: ert program har inga sådana grupper."));
        plan.within(settings.group(plan.type()), LocalDate.now(clock));
        if (plan.secondLeader() != null
                && !colleagues.worksAs(Role.GROUP_COACH, settings.tenant(), plan.secondLeader())) {
            throw new Refused("Andra ledare: ange användarnamnet för en gruppcoach hos er.");
        }
        String number = groups.create(settings, plan, actor.user());
        facts.append(null, number, form, plan);
        execution.setVariable("groupId", number);
        execution.setProcessBusinessKey(number);
    }

    /** Dates every session: the type's weeks times its sessions a week. */
    public void dateSessions(String groupId) {
        PlannedGroup group = groups.get(groupId);
        Settings.Group type = type(group);
        groups.date(
                groupId,
                SessionDates.of(
                        group.firstDay(),
                        group.days(),
                        type.weeks() * type.sessionsPerWeek(),
                        workingDays::isWorkingDay));
    }

    /** The first day's morning, when the group must be staffed. */
    public Date firstDay(String groupId) {
        return programme.morning(groups.get(groupId).firstDay());
    }

    /** User id of the leader. */
    public String leaderOf(String groupId) {
        return groups.get(groupId).leader();
    }

    /** User ids of both leaders: either may do the group's tasks. */
    public List<String> leadersOf(String groupId) {
        return groups.get(groupId).leaders();
    }

    /** The leader of the groups is followed by a colleague; whom the tasks go to is not decided here. */
    @EventListener
    void on(GroupsHandedOver event) {
        changeLeader(event.groups(), event.from(), event.to());
    }

    /** As {@link #on(GroupsHandedOver)}; models up to 8a78509 call it. */
    public void changeLeader(List<String> numbers, String from, String to) {
        groups.changeLeader(numbers, from, to);
    }

    /** The group as the head of a form, such as {@code Hälsogrupp G-2026-003, Folkets hus}. */
    public String heading(String groupId) {
        PlannedGroup group = groups.get(groupId);
        return "%s, %s".formatted(name(group), group.place());
    }

    private String name(PlannedGroup group) {
        return "%s %s".formatted(type(group).name(), group.number());
    }

    private Settings.Group type(PlannedGroup group) {
        return programmes.get(group.programme()).group(group.type());
    }

    // ---- places

    /**
     * Puts a case on the list of those who wait for a group.
     *
     * @param type a group type of the case's programme
     */
    public void await(String caseNumber, String type) {
        String programmeId = programmes.of(caseNumber).id();
        List<String> unstaffed = groups.lockUnstaffed(programmeId, type);
        groups.await(caseNumber, programmeId, type);
        showWaiting(unstaffed);
    }

    /** Takes a case off the list; one that has a place keeps it. */
    public void leaveQueue(String caseNumber) {
        groups.wish(caseNumber).ifPresent(wish -> {
            List<String> unstaffed = groups.lockUnstaffed(wish.programme(), wish.type());
            groups.leaveQueue(caseNumber);
            showWaiting(unstaffed);
        });
    }

    /** Takes a case off the list and out of its group; for a case that is in neither nothing happens. */
    public void leave(String caseNumber) {
        leaveQueue(caseNumber);
        groups.leave(caseNumber);
    }

    /** Those who wait for such a group, as options: name, sex, language and since when. */
    public List<Choice> waiting(String groupId) {
        FormText referral = words.get("referral-referral");
        return groups.waiting(groups.get(groupId)).stream()
                .map(member -> new Choice(profile(member, referral), member.caseNumber()))
                .toList();
    }

    private static String profile(Groups.Member member, FormText referral) {
        if (member.protectedIdentity()) {
            return name(member) + ", väntar sedan " + member.waitingSince();
        }
        String sex = StringUtils.uncapitalize(referral.option("sex", member.sex()));
        String language = member.language() == null ? "" : ", " + member.language();
        String interpreter = member.interpreter() ? ", tolk" : "";
        return name(member) + ", " + sex + language + interpreter + ", väntar sedan " + member.waitingSince();
    }

    /** Group coaches do not see the name of a protected person, only that the seat is taken. */
    private static String name(Groups.Member member) {
        return member.protectedIdentity()
                ? "%s (%s)".formatted(Person.PROTECTED, member.caseNumber())
                : member.firstName() + " " + member.lastName();
    }

    /**
     * Gives places to those chosen.
     *
     * @throws Refused if there are more than the group takes
     */
    public void staff(DelegateTask task) {
        PlannedGroup group = groups.get(groupId(task));
        List<String> unstaffed = groups.lockUnstaffed(group.programme(), group.type());
        Staffing staffing = facts.record(task, Staffing.class, group.number());
        groups.staff(group.number(), staffing.participants());
        showWaiting(unstaffed.stream()
                .filter(other -> !other.equals(group.number()))
                .toList());
    }

    /** Brings the list in open staffing tasks up to date: it was made when the task was, and people come and go. */
    private void showWaiting(List<String> unstaffed) {
        for (String number : unstaffed) {
            texts.rewrite(number, (key, shown) -> key.equals("waiting") ? waiting(number) : shown);
        }
    }

    @EventListener
    void on(IdentityProtected event) {
        conceal(event.caseNumber());
    }

    @EventListener
    void on(PersonChanged event) {
        conceal(event.caseNumber());
    }

    @EventListener
    void on(CaseClosed event) {
        leave(event.caseNumber());
    }

    /**
     * Shows a person whose identity has been protected without a name, and one whose name was corrected with the new one,
     * where the person's cases have a place in a group or wait for one. Models up to 8a78509 call it.
     */
    public void conceal(String caseNumber) {
        groups.wishes(caseNumber).forEach(wish -> showWaiting(groups.lockUnstaffed(wish.programme(), wish.type())));
        groups.ofSamePerson(caseNumber)
                .forEach(number -> texts.rewrite(number, (key, shown) -> shownNow(number, key, shown)));
    }

    private Object shownNow(String groupId, String key, Object shown) {
        return switch (key) {
            case "waiting" -> waiting(groupId);
            case "members" -> members(groupId);
            case "roll" -> roll(groupId);
            case "people" -> seats(groupId);
            default -> shown;
        };
    }

    /** Tells the process of each case with a place that the group is coming. */
    public void givePlaces(String groupId) {
        groups.members(groupId).forEach(member -> tell(member.caseNumber(), "group.placed"));
    }

    /** A case whose process does not wait for it any more is passed over. */
    private void tell(String caseNumber, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber)
                .correlateAll();
    }

    // ---- sessions; a loop counter of the model begins at 0, a session's number at 1

    public int sessionCount(String groupId) {
        return groups.sessions(groupId).size();
    }

    /** When a session begins, by the day it is on now. */
    public Date sessionBegins(String groupId, int loopCounter) {
        LocalDate day = groups.session(groupId, loopCounter + 1).day();
        return Date.from(ZonedDateTime.of(day, groups.get(groupId).startsAt(), clock.getZone())
                .toInstant());
    }

    /** Such as {@code Hälsogrupp G-2026-003, träff 5 av 24, torsdag 12 februari 2026}. */
    public String sessionHeading(String groupId, int loopCounter) {
        List<Groups.Dated> sessions = groups.sessions(groupId);
        return "%s, träff %d av %d, %s"
                .formatted(
                        name(groups.get(groupId)),
                        loopCounter + 1,
                        sessions.size(),
                        DAY.format(sessions.get(loopCounter).day()));
    }

    /** The themes of the group's type, as options. */
    public List<Choice> themes(String groupId) {
        return type(groups.get(groupId)).themes().stream()
                .map(theme -> new Choice(theme, theme))
                .toList();
    }

    /**
     * Names by seat, {@code seat1} to {@code seat12}, null where the seat is free, and {@code seats}, how many there
     * are.
     */
    public Map<String, @Nullable Object> seats(String groupId) {
        return bySeat(groups.members(groupId));
    }

    /** As {@link #seats}; empty in a group type that keeps no roll call. */
    public Map<String, @Nullable Object> roll(String groupId) {
        return bySeat(type(groups.get(groupId)).rollCall() ? groups.members(groupId) : List.of());
    }

    private static Map<String, @Nullable Object> bySeat(List<Groups.Member> members) {
        Map<String, @Nullable Object> names = new LinkedHashMap<>();
        names.put("seats", members.size());
        for (int seat = 1; seat <= SEATS; seat++) {
            names.put("seat" + seat, null);
        }
        members.forEach(member -> names.put("seat" + member.seat(), name(member)));
        return names;
    }

    /** Those with a place in the group, as options. */
    public List<Choice> members(String groupId) {
        return groups.members(groupId).stream()
                .map(member -> new Choice(name(member), member.caseNumber()))
                .toList();
    }

    /**
     * Records a session that was held or cancelled, or moves it.
     *
     * @throws Refused if it is moved to a day that has passed
     */
    public void recordSession(DelegateTask task) {
        String groupId = groupId(task);
        int number = (int) task.getVariable("loopCounter") + 1;
        Session session = facts.record(task, Session.class, groupId);
        if (Session.Outcome.HELD.is(session.outcome())) {
            groups.held(groupId, number, session);
        } else if (Session.Outcome.CANCELLED.is(session.outcome())) {
            groups.cancelled(groupId, number, session);
        } else {
            groups.move(groupId, number, meetable(Objects.requireNonNull(session.movedTo())));
            return;
        }
        events.publishEvent(
                new SessionRecorded(groups.session(groupId, number).day(), groups.rollCall(groupId, number)));
    }

    private LocalDate meetable(LocalDate day) {
        if (day.isBefore(LocalDate.now(clock))) {
            throw new Refused("Ny dag: välj i dag eller en senare dag.");
        }
        return day;
    }

    /** Whether a session that was recorded has neither been held nor cancelled, and so waits for a new day. */
    public boolean moved(String groupId, int loopCounter) {
        return groups.session(groupId, loopCounter + 1).state().equals("planned");
    }

    /** When the lead is told that a session has not been recorded, by the day it is on now. */
    public Date recordingOverdue(String groupId, int loopCounter) {
        LocalDate day = groups.session(groupId, loopCounter + 1).day();
        LocalDate today = LocalDate.now(clock);
        // A group that is staffed late gets its first sessions to record when they are over.
        LocalDate asked = day.isBefore(today) ? today : day;
        return programme.morning(asked.plus(
                programmes.get(groups.get(groupId).programme()).alerts().rollCallMissingAfter()));
    }

    /** Who came to a session and who did not, by case number, as far as it was recorded; models up to 8a78509 ask for it. */
    public Map<String, String> rollCall(String groupId, int loopCounter) {
        return groups.rollCall(groupId, loopCounter + 1);
    }

    /** Tells the processes of those who need something individual after a session. */
    public void raiseNeeds(String groupId, int loopCounter) {
        groups.needs(groupId, loopCounter + 1).forEach(caseNumber -> tell(caseNumber, "group.needRaised"));
    }

    // ---- what a case's process asks

    /** User id of the leader of the case's last group. */
    public String leader(String caseNumber) {
        return lastOf(caseNumber).leader();
    }

    /** User ids of both leaders of the case's last group. */
    public List<String> leaders(String caseNumber) {
        return lastOf(caseNumber).leaders();
    }

    private PlannedGroup lastOf(String caseNumber) {
        return groups.lastOf(caseNumber).orElseThrow(() -> new IllegalArgumentException("the case was in no group"));
    }

    /** Where and when a need of the participant's showed; what it is about is for the two to talk about. */
    public String needRaised(String caseNumber) {
        String day = groups.lastNeed(caseNumber).map(DAY::format).orElse("");
        return "%s, träffen %s. Tala med gruppcoachen.".formatted(name(lastOf(caseNumber)), day);
    }

    /** How the participant came to the last group's sessions, as far as it was recorded. */
    public String attendance(String caseNumber) {
        Groups.Attendance recorded = groups.attendance(lastOf(caseNumber).number(), caseNumber);
        int all = recorded.attended() + recorded.excused() + recorded.absent();
        return all == 0
                ? "Ingen närvaro är registrerad"
                : "Med på %d av %d registrerade träffar, giltig frånvaro %d, uteblev %d"
                        .formatted(recorded.attended(), all, recorded.excused(), recorded.absent());
    }

    // ---- the end

    public void recordEvaluation(DelegateTask task) {
        facts.record(task, Evaluation.class, groupId(task));
    }

    /** Ends the group and the places of its participants, and tells their processes. */
    public void end(String groupId) {
        List<Groups.Member> members = groups.members(groupId);
        groups.end(groupId);
        members.forEach(member -> tell(member.caseNumber(), "group.ended"));
    }

    private static String groupId(DelegateTask task) {
        return (String) task.getVariable("groupId");
    }
}
