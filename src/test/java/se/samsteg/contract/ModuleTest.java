package se.samsteg.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.modulith.core.ApplicationModules;
import se.samsteg.Samsteg;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Phase;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;

/** The house stands as the README draws it. */
class ModuleTest {

    /** Packages with a bean for models that phases may use all the same: what they keep belongs to several phases. */
    private static final Set<String> SHARED = Set.of("engine", "programme", "casefile", "letter", "meeting", "staff");

    @Test
    void modulesUseOnlyWhatOthersShow() {
        ApplicationModules.of(Samsteg.class).verify();
    }

    /** What a module tells to others that must know of it in the same transaction. */
    private static final DescribedPredicate<JavaClass> EVENT = new DescribedPredicate<>("an event") {
        @Override
        public boolean test(JavaClass type) {
            return type.isRecord()
                    && type.tryGetAnnotationOfType(NamedInterface.class)
                            .filter(named -> List.of(named.value()).equals(List.of("events")))
                            .isPresent();
        }
    };

    @Test
    void phasesNeverCallEachOtherTheBpmnDoes() {
        Set<String> phases = Models.phases().values().stream()
                .map(Class::getPackageName)
                .filter(name -> !SHARED.contains(name.substring("se.samsteg.".length())))
                .collect(Collectors.toSet());
        for (String phase : phases) {
            noClasses()
                    .that()
                    .resideInAPackage(phase)
                    .should()
                    .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(phases.stream()
                                    .filter(other -> !other.equals(phase))
                                    .toArray(String[]::new))
                            .and(DescribedPredicate.not(EVENT)))
                    .check(Models.CODE);
        }
    }

    /** A migration that adds a column would otherwise put values into the wrong ones. */
    @Test
    void anInsertNamesItsColumns() throws IOException {
        Pattern nameless = Pattern.compile("(?is)insert into [a-z_.]+\\s+(values|select)\\b");
        try (var files = Files.walk(Path.of("src/main/java/se/samsteg"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> nameless.matcher(text(file)).find()))
                    .isEmpty();
        }
    }

    /** A fact that was corrected stands in the table twice: a reader would count it twice, or read the old one. */
    @Test
    void factsAreReadAsTheyStandNow() throws IOException {
        Pattern all = Pattern.compile("(?is)\\b(from|join)\\s+(fact|recorded_fact)\\b");
        Set<String> readers = Set.of(
                "FactRows.java", // adds them
                "Corrections.java", // corrects them
                "FactConcealment.java", // conceals a protected person in all of them
                "Erasure.java", // erases all
                "AmongOthers.java", // the extract shows what was corrected too
                "Extract.java", // asks whether there ever was a protected note
                "ClosedFiles.java"); // counts all
        try (var files = Files.walk(Path.of("src/main/java/se/samsteg"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !readers.contains(file.getFileName().toString()))
                            .filter(file -> all.matcher(text(file)).find()))
                    .as("read view current_fact")
                    .isEmpty();
        }
    }

    @Test
    void casesAndNamesAreShownOnlyByTheServiceThatWritesTheLog() {
        noClasses()
                .that()
                .resideInAPackage("se.samsteg.desk")
                .should()
                .callMethod(Persons.class, "of", String.class)
                .orShould()
                .callMethod(OwnCases.class, "find", String.class)
                .orShould()
                .callMethod(OwnCases.class, "get", String.class)
                .check(Models.CODE);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "se.samsteg.casefile", "se.samsteg.person", "se.samsteg.extract", "se.samsteg.desk")
                .should()
                .callMethod(Person.class, "fullName")
                .orShould()
                .callMethod(Person.class, "shownName")
                .orShould()
                .callMethod(Person.class, "contact")
                .orShould()
                .callMethod(Person.class, "phone")
                .orShould()
                .callMethod(Person.class, "email")
                .orShould()
                .callMethod(Person.class, "address")
                .orShould()
                .callMethod(Person.class, "identityNumber")
                .check(Models.CODE);
        noClasses()
                .that()
                .resideOutsideOfPackages("se.samsteg.casefile", "se.samsteg.extract")
                .should()
                .callMethod(Documents.class, "printWithName", String.class, String.class, Map.class)
                .check(Models.CODE);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is not Camunda's public API may change with any release: docs/decisions/base.md. */
    @Test
    void engineInternalsAreUsedWhereTheEngineIsSetUpAndGuardedOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "se.samsteg.engine", "se.samsteg.form", "se.samsteg.access", "se.samsteg.login")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda.bpm.engine.impl..", "org.camunda.bpm.webapp.impl..")
                .check(Models.CODE);
    }

    /** A stream of rows keeps its connection until it is closed: a few pages later there is none left for a log-in. */
    @Test
    void rowsAreReadIntoListsWhichKeepNoConnection() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(Models.CODE);
    }

    @Test
    void theIdentityServiceIsAskedByPackageStaff() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "se.samsteg.staff",
                        "se.samsteg.engine",
                        "se.samsteg.access",
                        "se.samsteg.login",
                        "se.samsteg.prod",
                        "se.samsteg.demo")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(IdentityService.class)
                .check(Models.CODE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .check(Models.CODE);
    }

    /** A listener after the commit, or in another thread, would let the fact stand while what follows from it fails. */
    @Test
    void eventsAreHeardInTheTransactionThatPublishesThem() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.transaction.event.TransactionalEventListener")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.scheduling.annotation.Async")
                .check(Models.CODE);
    }

    @Test
    void everyEventIsHeard() {
        Set<String> heard = Models.CODE.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(EventListener.class))
                .flatMap(method -> method.getRawParameterTypes().stream())
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        assertThat(Models.CODE.stream().filter(EVENT).map(JavaClass::getName))
                .isNotEmpty()
                .isSubsetOf(heard);
    }

    @Test
    void everyEventIsNamedInTheDecisionAboutThem() throws IOException {
        String decision = Files.readString(Path.of("docs/decisions/events.md"));
        assertThat(Models.CODE.stream().filter(EVENT))
                .allMatch(event -> decision.contains(
                        "`" + event.getPackageName().replace("se.samsteg.", "") + "/" + event.getSimpleName() + "`"));
    }

    @Test
    void aPhaseShowsTheRestOfTheCodeNothingButItsBeanAndItsEvents() {
        Set<String> phases = Models.phases().values().stream()
                .map(Class::getPackageName)
                .filter(name -> !SHARED.contains(name.substring("se.samsteg.".length())))
                .collect(Collectors.toSet());
        classes()
                .that()
                .resideInAnyPackage(phases.toArray(String[]::new))
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and(DescribedPredicate.not(EVENT))
                .should()
                .beAnnotatedWith(Phase.class)
                .check(Models.CODE);
    }

    @Test
    void everyPackageAndProcessHasARowInTheGlossary() throws IOException {
        String glossary = Files.readString(Path.of("docs/glossary.md"));
        Set<String> packages = Models.CODE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("se.samsteg."))
                .map(name -> name.substring("se.samsteg.".length()))
                .collect(Collectors.toSet());
        assertThat(packages).allMatch(name -> glossary.contains("| " + name + " |"), "has a row");
        assertThat(Models.processes().keySet()).allMatch(name -> glossary.contains("| " + name + " |"), "has a row");
    }
}
