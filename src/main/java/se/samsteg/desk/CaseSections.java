package se.samsteg.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Content;
import se.samsteg.casefile.View;

/** What is written in a case as sections, in the order in which they are read: those that the reader may see. */
@Component
class CaseSections {

    private final FactSections facts;
    private final PersonSections persons;
    private final StaffSection staff;
    private final ConsentSection consents;
    private final CourseSections course;
    private final AttendanceSection attendance;

    CaseSections(
            FactSections facts,
            PersonSections persons,
            StaffSection staff,
            ConsentSection consents,
            CourseSections course,
            AttendanceSection attendance) {
        this.facts = facts;
        this.persons = persons;
        this.staff = staff;
        this.consents = consents;
        this.course = course;
        this.attendance = attendance;
    }

    /** A section and the kind of content that it is of. */
    private record Part(Content content, Supplier<Optional<Section>> section) {}

    List<Section> of(View view) {
        return parts(view)
                .filter(part -> view.shows(part.content()))
                .flatMap(part -> part.section().get().stream())
                .filter(Section::saysSomething)
                .toList();
    }

    private Stream<Part> parts(View view) {
        String caseNumber = view.caseNumber();
        return Stream.of(
                        Stream.of(
                                part(Content.HANDOVER, () -> facts.handovers(caseNumber, view.wholly())),
                                part(Content.STAFF, () -> staff.of(view)),
                                part(Content.CONTACT, () -> PersonSections.contact(view.person())),
                                last(Content.PROTECTION, caseNumber, FactSection.PROTECTION)),
                        referred(caseNumber),
                        planned(view),
                        worked(view),
                        ended(caseNumber),
                        told(view))
                .flatMap(parts -> parts);
    }

    /** What the referral says, what became of it, and when the talk is in which the caseworker takes part. */
    private Stream<Part> referred(String caseNumber) {
        return Stream.of(
                part(Content.CHANGES, () -> persons.stated(caseNumber)),
                last(Content.REFERRAL, caseNumber, FactSection.REFERRAL),
                last(Content.HEALTH, caseNumber, FactSection.HEALTH),
                last(Content.REFERRAL, caseNumber, FactSection.CORRECTION),
                last(Content.REFERRAL, caseNumber, FactSection.EXCEPTION),
                last(Content.REFERRAL, caseNumber, FactSection.INTAKE_BOOKING),
                last(Content.ASSESSMENT, caseNumber, FactSection.ASSESSMENT),
                new Part(Content.TALKS, () -> facts.takenUp(caseNumber)),
                last(Content.TALKS, caseNumber, FactSection.INTAKE_TALK));
    }

    private Stream<Part> planned(View view) {
        String caseNumber = view.caseNumber();
        return Stream.of(
                part(Content.STEPS, () -> course.steps(caseNumber)),
                part(Content.TALKS, () -> facts.activities(caseNumber)),
                last(Content.TALKS, caseNumber, FactSection.MAPPING),
                last(Content.PLAN, caseNumber, FactSection.PLAN),
                last(Content.PLAN, caseNumber, FactSection.COMPLETION),
                last(Content.PLAN, caseNumber, FactSection.REVIEW),
                last(Content.RESTRICTION, caseNumber, FactSection.RESTRICTION),
                last(Content.SUPPORT, caseNumber, FactSection.SUPPORT));
    }

    private Stream<Part> worked(View view) {
        String caseNumber = view.caseNumber();
        return Stream.of(
                last(Content.TALKS, caseNumber, FactSection.TALK),
                part(Content.GROUPS, () -> facts.groups(caseNumber)),
                part(Content.ATTENDANCE, () -> attendance.of(view)),
                last(Content.PLACEMENTS, caseNumber, FactSection.MATCH),
                last(Content.PLACEMENTS, caseNumber, FactSection.INTRODUCTION),
                last(Content.PLACEMENTS, caseNumber, FactSection.PLACEMENT),
                part(Content.SIP, () -> course.sip(caseNumber)),
                last(Content.SIP, caseNumber, FactSection.SIP),
                part(Content.MEASURES, () -> course.measures(caseNumber)),
                last(Content.TALKS, caseNumber, FactSection.PAUSE),
                last(Content.TALKS, caseNumber, FactSection.RETURN),
                part(Content.TALKS, () -> facts.milestones(caseNumber)),
                part(Content.TALKS, () -> facts.errands(caseNumber)),
                part(Content.MEASUREMENTS, () -> facts.measurements(caseNumber)));
    }

    private Stream<Part> ended(String caseNumber) {
        return Stream.of(
                last(Content.EXIT, caseNumber, FactSection.END),
                part(Content.EXIT, () -> facts.extensions(caseNumber)),
                ofExit(caseNumber, FactSection.OUTCOME),
                last(Content.EXIT, caseNumber, FactSection.DEPARTURE),
                last(Content.EXIT, caseNumber, FactSection.REOPENING),
                ofExit(caseNumber, FactSection.RECEIPT),
                ofExit(caseNumber, FactSection.HANDOVER_MEETING),
                ofExit(caseNumber, FactSection.RECEIVER),
                ofExit(caseNumber, FactSection.ANSWERS),
                part(Content.EXIT, () -> facts.followUps(caseNumber)));
    }

    /** What the unit that referred was told, and what else was noted about the case. */
    private Stream<Part> told(View view) {
        String caseNumber = view.caseNumber();
        return Stream.of(
                part(Content.PROGRESS, () -> facts.reviews(caseNumber, view.readable())),
                part(Content.PROGRESS, () -> facts.progress(caseNumber)),
                part(Content.NOTICES, () -> facts.notices(caseNumber, view.readable())),
                part(Content.CONSENTS, () -> consents.of(caseNumber)),
                part(Content.LETTERS, () -> consents.stopped(caseNumber)),
                part(Content.CHANGES, () -> facts.joined(caseNumber)),
                part(Content.CHANGES, () -> facts.rectifications(caseNumber)),
                part(Content.CHANGES, () -> persons.earlier(caseNumber)));
    }

    private static Part part(Content content, Supplier<Section> section) {
        return new Part(content, () -> Optional.of(section.get()));
    }

    private Part last(Content content, String caseNumber, FactSection section) {
        return new Part(content, () -> facts.last(caseNumber, section));
    }

    private Part ofExit(String caseNumber, FactSection section) {
        return new Part(Content.EXIT, () -> facts.ofExit(caseNumber, section));
    }
}
