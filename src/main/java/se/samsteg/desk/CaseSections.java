package se.samsteg.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Information;
import se.samsteg.casefile.View;
import se.samsteg.person.Person;

/** The sections of a case in the tab Akten, in the order in which they are read: those that the reader may see. */
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

    List<Section> of(View view) {
        String caseNumber = view.caseNumber();
        boolean wholly = view.wholly();
        boolean referred = view.readable().test(Information.REFERRAL);
        Person person = view.person();
        Stream<Section> responsible = wholly ? Stream.of(staff.of(view.file())) : Stream.empty();
        Stream<Section> contact = wholly || referred && !person.protectedIdentity()
                ? Stream.of(PersonSections.contact(person, wholly))
                : Stream.empty();
        Stream<Section> stated = wholly ? Stream.of(persons.stated(caseNumber)) : Stream.empty();
        Stream<Section> referral = referred ? referral(caseNumber) : Stream.empty();
        Stream<Section> work = wholly ? work(caseNumber) : Stream.empty();
        Stream<Section> told = Stream.concat(
                view.readable().test(Information.PLAN) ? told(view) : Stream.empty(),
                Stream.of(attendance.of(view), facts.notices(caseNumber, view.readable())));
        Stream<Section> handovers = Stream.of(facts.handovers(caseNumber, wholly));
        Stream<Section> consented = wholly ? Stream.of(consents.of(caseNumber)) : Stream.empty();
        Stream<Section> stopped = wholly ? Stream.of(consents.stopped(caseNumber)) : Stream.empty();
        return Stream.of(handovers, responsible, contact, stated, referral, work, told, consented, stopped)
                .flatMap(sections -> sections)
                .filter(Section::saysSomething)
                .toList();
    }

    /**
     * What the referral says, what became of it until it met the criteria, why an exception was made or not, and when the
     * talk is in which the caseworker takes part.
     */
    private Stream<Section> referral(String caseNumber) {
        return Stream.of(
                        FactSection.REFERRAL, FactSection.CORRECTION, FactSection.EXCEPTION, FactSection.INTAKE_BOOKING)
                .flatMap(section -> facts.last(caseNumber, section).stream());
    }

    /** What was told the unit that referred: in the reviews, and between them; not of a person with protected identity. */
    private Stream<Section> told(View view) {
        return view.wholly() || !view.person().protectedIdentity()
                ? Stream.of(facts.reviews(view.caseNumber(), view.readable()), facts.progress(view.caseNumber()))
                : Stream.empty();
    }

    private Stream<Section> work(String caseNumber) {
        return Stream.of(
                        facts.last(caseNumber, FactSection.PROTECTION),
                        Optional.of(course.steps(caseNumber)),
                        Optional.of(facts.activities(caseNumber)),
                        facts.last(caseNumber, FactSection.ASSESSMENT),
                        facts.takenUp(caseNumber),
                        facts.last(caseNumber, FactSection.INTAKE_TALK),
                        facts.last(caseNumber, FactSection.PLAN),
                        facts.last(caseNumber, FactSection.COMPLETION),
                        facts.last(caseNumber, FactSection.REVIEW),
                        facts.last(caseNumber, FactSection.TALK),
                        Optional.of(course.sip(caseNumber)),
                        facts.last(caseNumber, FactSection.SIP),
                        facts.last(caseNumber, FactSection.PAUSE),
                        facts.last(caseNumber, FactSection.RETURN),
                        facts.last(caseNumber, FactSection.END),
                        Optional.of(facts.extensions(caseNumber)),
                        Optional.of(course.measures(caseNumber)),
                        Optional.of(facts.milestones(caseNumber)),
                        Optional.of(facts.errands(caseNumber)),
                        facts.ofExit(caseNumber, FactSection.OUTCOME),
                        facts.last(caseNumber, FactSection.DEPARTURE),
                        facts.last(caseNumber, FactSection.REOPENING),
                        facts.ofExit(caseNumber, FactSection.RECEIPT),
                        facts.ofExit(caseNumber, FactSection.HANDOVER_MEETING),
                        facts.ofExit(caseNumber, FactSection.RECEIVER),
                        facts.ofExit(caseNumber, FactSection.ANSWERS),
                        Optional.of(facts.followUps(caseNumber)),
                        Optional.of(facts.measurements(caseNumber)),
                        Optional.of(facts.groups(caseNumber)),
                        Optional.of(facts.joined(caseNumber)),
                        Optional.of(facts.rectifications(caseNumber)),
                        Optional.of(persons.earlier(caseNumber)))
                .flatMap(Optional::stream);
    }
}
