package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samsteg.form.FormFiles;

class FactSectionTest {

    @Test
    void everyKeyThatIsReadInAktenIsOneOfItsForm() {
        for (FactSection section : FactSection.ALL) {
            var form = FormFiles.text(section.form());
            assertThat(section.keys()).as(section.form()).allSatisfy(key -> assertThat(form.field(key))
                    .isPresent());
        }
        assertThat(FormFiles.text(FactSections.PROGRESS).field("line")).isPresent();
        for (String key : List.of("seenHealth", "seenPlan", "seenAttendance", "words", "nextStep", "nextStepOn")) {
            assertThat(FormFiles.text(FactSections.REVIEWED).field(key)).as(key).isPresent();
        }
        assertThat(FormFiles.text(FactSections.JOINED).field("note")).isPresent();
        for (String key : new String[] {"gave", "ownWords", "next"}) {
            assertThat(FormFiles.text(FactSections.GROUP_GAVE).field(key))
                    .as(key)
                    .isPresent();
        }
        for (String key : new String[] {"change", "groupNumber", "reason"}) {
            assertThat(FormFiles.text(FactSections.PARTICIPATION).field(key))
                    .as(key)
                    .isPresent();
            assertThat(FormFiles.text(FactSections.REGROUPING).field(key))
                    .as(key)
                    .isPresent();
        }
        for (String key : new String[] {"receiver", "what", "doOn"}) {
            assertThat(FormFiles.text(FactSections.ERRAND).field(key)).as(key).isPresent();
        }
        for (String key : new String[] {"wasDone", "note"}) {
            assertThat(FormFiles.text(FactSections.ERRAND_ANSWER).field(key))
                    .as(key)
                    .isPresent();
        }
        for (String key : new String[] {"sessionDay", "presence", "series", "instead"}) {
            assertThat(FormFiles.text(FactSections.PARTICIPATION).field(key))
                    .as(key)
                    .isPresent();
        }
        for (String key : new String[] {"concerns", "message"}) {
            assertThat(FormFiles.text(FactSections.NOTICE).field(key)).as(key).isPresent();
        }
        for (String key : new String[] {"role", "agreed", "urgent", "appointments"}) {
            assertThat(FormFiles.text(FactSections.NOTE).field(key)).as(key).isPresent();
        }
        for (String key : new String[] {"action", "target", "opinion", "askedBy", "why"}) {
            assertThat(FormFiles.text(FactSections.RECTIFICATION).field(key))
                    .as(key)
                    .isPresent();
        }
    }

    @Test
    void aStepOfThePlanIsReadUnderItsHeadingInTheLabelsOfTheForm() throws Exception {
        Section plan = FactSection.PLAN.of(
                FormFiles.text("planning-action-plan"), new ObjectMapper().readTree("""
                        {"step1Measure": "Promenader", "step1Responsible": "soc", "step1Date": "2026-12-01",
                         "exitPlan": "Studier", "talkIntervalWeeks": 2}"""), List.of());

        assertThat(plan.lines())
                .containsExactly(
                        new Section.Line(
                                "Delmål 1", "Insats: Promenader\nAnsvarig: Socialtjänsten\nKlart senast: 2026-12-01"),
                        new Section.Line("Utslussning", "Studier"));
    }

    @Test
    void anEmptyBoxIsReadOnlyWhereNoIsAnAnswer() throws Exception {
        var referral = FormFiles.text("referral-referral");
        assertThat(FactSection.REFERRAL
                        .of(referral, new ObjectMapper().readTree("{\"contactMissing\": false}"), List.of())
                        .lines())
                .isEmpty();
        assertThat(FactSection.REFERRAL
                        .of(referral, new ObjectMapper().readTree("{\"contactMissing\": true}"), List.of())
                        .lines())
                .containsExactly(new Section.Line("Kontaktuppgifter saknas", "Ja"));
        assertThat(FactSection.EXCEPTION
                        .of(
                                FormFiles.text("referral-decision"),
                                new ObjectMapper().readTree("{\"letThrough\": false}"),
                                List.of())
                        .lines())
                .extracting(Section.Line::text)
                .containsExactly("Nej");
    }

    @Test
    void whatOnlyAProgrammesOwnFormAsksIsReadToo() throws Exception {
        assertThat(FactSection.REFERRAL
                        .of(
                                FormFiles.text("ama.referral-referral"),
                                new ObjectMapper().readTree("{\"reason\": \"Vill ut\", \"hopes\": \"work\"}"),
                                List.of("hopes"))
                        .lines())
                .containsExactly(
                        new Section.Line("Varför remitteras personen?", "Vill ut"),
                        new Section.Line("Vad hoppas personen på?", "Arbete"));
    }
}
