package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.StringUtils;
import se.samsteg.casefile.Information;
import se.samsteg.form.Code;
import se.samsteg.form.FormFiles;
import se.samsteg.form.OptionsOf;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings;

/** Each code of a form has one home: an enum where all programmes share it, the programme's file where they differ. */
class CodesTest {

    private static final Pattern FORM = Pattern.compile("formRef=\"([a-z-]+)\"");
    private static final Pattern COMPARED = Pattern.compile("(\\w+) *[!=]= *'([a-z-]+)'");

    /** Words that stand in Java and mean something else there than the option that is written alike. */
    private static final Map<String, Set<String>> ELSEWHERE = Map.ofEntries(
            Map.entry("ChangeFigures.java", Set.of("begun", "held", "not-asked", "same")), // parts of figures
            Map.entry("CountedCase.java", Set.of("other")), // ages that are no band
            Map.entry("Dimension.java", Set.of("unknown")), // of which nothing is known
            Map.entry("LadderMoves.java", Set.of("exit", "move")), // out of the ladder, and a kind of what ended
            Map.entry("ResultChoices.java", Set.of("other")), // ages that are no band
            Map.entry("SameCases.java", Set.of("begun", "deceased", "held")), // parts of figures
            Map.entry("CountedWork.java", Set.of("present")), // a column
            Map.entry(
                    "GroupFigures.java",
                    Set.of(
                            "absent",
                            "attendance",
                            "cancelled",
                            "excused",
                            "held",
                            "present",
                            "took-part")), // kinds of events, and parts of figures
            Map.entry("CaseClosing.java", Set.of("exit", "letter")), // processes
            Map.entry("AnnualReport.java", Set.of("report")), // a template's variable
            Map.entry("SteeringPaper.java", Set.of("present", "report")), // a template's variables
            Map.entry(
                    "EventFigures.java",
                    Set.of(
                            "absent",
                            "done",
                            "excused",
                            "followed",
                            "held",
                            "measure",
                            "moved",
                            "not-followed",
                            "not-yet",
                            "partly",
                            "talk")), // kinds of events, and parts of figures
            Map.entry("ExitFigures.java", Set.of("plan")), // a part of a figure
            Map.entry("ReferralFigures.java", Set.of("declined")), // a part of a figure
            Map.entry("Responses.java", Set.of("absence")), // a process
            Map.entry("WayOut.java", Set.of("absence")), // the ground of an exit
            Map.entry("ErrorAnswers.java", Set.of("message")), // a key of JSON
            Map.entry("Bodies.java", Set.of("close")), // a value of a header
            Map.entry("FolderModels.java", Set.of("language")), // an attribute of a model
            Map.entry("ConnectionPools.java", Set.of("work")), // a pool
            Map.entry("Role.java", Set.of("caseworker", "coach")), // roles
            Map.entry("RoleRights.java", Set.of("consent", "group", "measure", "meeting", "staff")), // processes
            Map.entry("CaseFiles.java", Set.of("coach")), // a column
            Map.entry("CaseInstances.java", Set.of("ended")), // a variable
            Map.entry("Place.java", Set.of("exit")), // a process
            Map.entry("Resuming.java", Set.of("letter")), // a process
            Map.entry("CasePhase.java", Set.of("exit")), // a process
            Map.entry("CorrectedExitDate.java", Set.of("exit")), // a process
            Map.entry("CorrectedPlacement.java", Set.of("employer", "workplace")), // a key and a process
            Map.entry("CorrectedPromises.java", Set.of("measure")), // a process
            Map.entry("Employers.java", Set.of("employer", "phone")), // a table and a parameter
            Map.entry("Match.java", Set.of("new")), // a choice that the register does not have
            Map.entry("Consents.java", Set.of("authority")), // a column
            Map.entry(
                    "PersonAnswers.java",
                    Set.of("interpreter", "language", "municipality", "phone")), // keys and columns
            Map.entry("Identities.java", Set.of("phone")), // a key and column
            Map.entry("ContactChange.java", Set.of("phone")), // a key
            Map.entry("Persons.java", Set.of("interpreter")), // a key
            Map.entry("Statements.java", Set.of("interpreter")), // a key
            Map.entry("ChangedPersons.java", Set.of("participant")), // a key
            Map.entry("Staff.java", Set.of("phone")), // a key
            Map.entry("StaffCases.java", Set.of("coach")), // a column
            Map.entry("Measures.java", Set.of("measure")), // a table
            Map.entry("Placements.java", Set.of("employer")), // a column
            Map.entry("Posts.java", Set.of("authority")), // a column
            Map.entry("ReferralText.java", Set.of("health")), // a part of the referral, named by the model
            Map.entry("Duplicates.java", Set.of("health")), // a key
            Map.entry("OpenTasks.java", Set.of("health")), // a key
            Map.entry("Demo.java", Set.of("mail")), // a folder
            Map.entry("MailPage.java", Set.of("mail")), // a template's variable
            Map.entry("Script.java", Set.of("monday")), // a day of the week, which a group's plan asks for
            Map.entry(
                    "FactSection.java",
                    Set.of("accepted", "employer", "family", "health", "held", "housing", "present")), // keys
            Map.entry("FactSections.java", Set.of("message", "opinion")), // keys
            Map.entry("DraftPage.java", Set.of("message")), // a key of JSON
            Map.entry("Instrument.java", Set.of("own-questions")), // a file
            Map.entry("ReaderRows.java", Set.of("authority")), // a key of JSON
            Map.entry("ExtractPages.java", Set.of("authority", "staff")), // keys of JSON
            Map.entry("FormBinding.java", Set.of("keep")), // a property of a model
            Map.entry("FormReader.java", Set.of("group")), // a type of a component
            Map.entry("GroupChanges.java", Set.of("group")), // a process
            Map.entry("Seating.java", Set.of("waiting")), // a key
            Map.entry("Sessions.java", Set.of("attendance")), // a column
            Map.entry("Leaves.java", Set.of("coach")), // a parameter
            Map.entry("Sendings.java", Set.of("letter")), // a process
            Map.entry("OverdueMeasures.java", Set.of("coach")), // a word of the model's: who is told
            Map.entry("Promise.java", Set.of("staff")), // where a measure was opened from
            Map.entry("Promises.java", Set.of("group", "plan", "talk")), // where a measure was opened from
            Map.entry("Redaction.java", Set.of("af")), // a particle of names
            Map.entry("Prerehab.java", Set.of("prerehab")), // the phase itself
            Map.entry("Settings.java", Set.of("exit", "none")), // the ladder's end, and no group
            Map.entry("WrittenBefore.java", Set.of("participant")), // a key
            Map.entry("Notes.java", Set.of("consent")), // the beginning of keys
            Map.entry("Notices.java", Set.of("message")), // a key
            Map.entry("Referral.java", Set.of("municipality")), // a key
            Map.entry("CorrectedActivityDay.java", Set.of("orientation")), // a process
            Map.entry("CorrectedInquiryDay.java", Set.of("absence")), // a process
            Map.entry("Prefill.java", Set.of("waiting"))); // a key

    @Test
    void noOptionOfAFormStandsInJava() throws IOException {
        Set<String> options = FormFiles.allWithOwn().stream()
                .flatMap(form -> FormFiles.text(form).fields().stream())
                .flatMap(field -> field.options().keySet().stream())
                .collect(Collectors.toSet());
        assertThat(options).hasSizeGreaterThan(400);
        Sources.assertNone(options, ELSEWHERE, "an enum that implements Code, or a list in the programme's file");
    }

    @Test
    void everyCodeThatCodeBranchesOnIsAnOptionOfItsForm() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(OptionsOf.class));
        var codes = scanner.findCandidateComponents("se.samsteg");
        assertThat(codes).hasSizeGreaterThan(35);
        for (var found : codes) {
            Class<?> type = Class.forName(found.getBeanClassName());
            List<Set<String>> fields = Stream.of(
                            type.getAnnotation(OptionsOf.class).value())
                    .map(CodesTest::options)
                    .toList();
            Set<String> offered = fields.stream().flatMap(Set::stream).collect(Collectors.toSet());
            Set<String> named = Stream.of(type.getEnumConstants())
                    .map(constant -> ((Code) constant).code())
                    .collect(Collectors.toSet());
            assertThat(offered).as(type.getName()).containsAll(named);
            assertThat(fields).as(type.getName()).allSatisfy(field -> assertThat(field)
                    .containsAnyElementsOf(named));
        }
    }

    /** Answers that a model gets from code and not from a form of its own, or that the programme's file lists. */
    private static final Map<String, Set<String>> FROM_CODE = Map.of(
            "absence.response", Set.of("contact-authority", "none", "outreach"), // absence.Response
            "measure.toldNow", Set.of("coach", "lead")); // measure.overdue

    @Test
    void everyCodeThatAModelComparesWithIsAnOptionOfAFormOfThatModel() {
        Set<String> steps = ProgrammeFiles.all().all().stream()
                .flatMap(programme -> programme.ladder().stream())
                .map(Settings.Step::step)
                .collect(Collectors.toSet());
        steps.add(Settings.Step.EXIT);
        int compared = 0;
        for (Path model : Models.files("processes", ".bpmn")) {
            String text = read(model);
            Set<String> forms =
                    FORM.matcher(text).results().map(form -> form.group(1)).collect(Collectors.toSet());
            for (MatchResult comparison : COMPARED.matcher(text).results().toList()) {
                String key = comparison.group(1);
                Set<String> offered = forms.stream()
                        .flatMap(form -> FormFiles.text(form).field(key).stream())
                        .flatMap(field -> field.options().keySet().stream())
                        .collect(Collectors.toSet());
                offered.addAll(FROM_CODE.getOrDefault(Models.name(model) + "." + key, Set.of()));
                if (key.equals("nextStep")) {
                    offered.addAll(steps);
                }
                assertThat(offered).as(model + " " + comparison.group()).contains(comparison.group(2));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aProgrammeKnowsEveryGroundOfAnEarlyEndAndWhatItMeans() {
        for (Settings programme : ProgrammeFiles.all().all()) {
            assertThat(programme.interruption().grounds())
                    .extracting(Settings.Discontinuation::code)
                    .containsAll(options("interruption-request.ground"))
                    .contains("absence");
            for (Settings.Discontinuation ground : programme.interruption().grounds()) {
                programme.exit().ground(ground.exitGround());
                if (ground.mainOutcome() != null) {
                    programme.exit().mainOutcome(ground.mainOutcome());
                }
            }
            programme.exit().mainOutcomes().stream()
                    .flatMap(outcome -> Stream.ofNullable(outcome.onlyOn()))
                    .forEach(programme.exit()::ground);
        }
    }

    @Test
    void aTypeOfInformationIsCalledInASentenceAsInTheForm() {
        var options = FormFiles.text("referral-referral")
                .field("consentInformation")
                .orElseThrow()
                .options();
        for (Information information : Information.values()) {
            assertThat(information.label()).isEqualTo(StringUtils.uncapitalize(options.get(information.code())));
        }
        assertThat(options).hasSameSizeAs(Information.values());
    }

    private static Set<String> options(String field) {
        String[] of = field.split("\\.");
        return FormFiles.text(of[0]).field(of[1]).orElseThrow().options().keySet();
    }
}
