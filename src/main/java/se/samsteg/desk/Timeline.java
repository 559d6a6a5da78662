package se.samsteg.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.ProtectedNote;
import se.samsteg.form.AnswerText;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Colleagues;

/** What happened in a case, fact by fact, each in the words of the form in which it was written. */
@Component
class Timeline {

    /** What a rule decided is recorded by it. */
    private static final String SYSTEM = "system";

    private final FormTexts texts;
    private final Colleagues colleagues;
    private final Clock clock;

    Timeline(FormTexts texts, Colleagues colleagues, Clock clock) {
        this.texts = texts;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /**
     * A fact as it is read.
     *
     * @param kind the form that it is of
     * @param title what the task is called, in Swedish
     * @param by who recorded it
     * @param role in which, as the programme calls it
     * @param corrected when and by whom; null if it never was
     */
    record Entry(
            String kind,
            String title,
            LocalDate on,
            String by,
            String role,
            @Nullable String corrected,
            List<Section.Line> lines) {}

    /** A kind of fact that there is in the case. */
    record Kind(String code, String title) {}

    /** The kinds that occur, by their titles; one whose title has changed by its newest. */
    List<Kind> kinds(List<Facts.Recorded> facts) {
        return facts.stream()
                .map(one -> new Kind(one.kind(), title(one)))
                .collect(Collectors.toMap(Kind::code, Function.identity(), (newest, older) -> newest))
                .values()
                .stream()
                .sorted(Comparator.comparing(Kind::title))
                .toList();
    }

    /** In the order of the facts. */
    List<Entry> of(List<Facts.Recorded> facts, Settings programme) {
        Map<String, String> staff = new HashMap<>(readNames(facts));
        staff.putAll(colleagues.names(chosenElsewhere(facts)));
        staff.put(SYSTEM, "Samsteg");
        return facts.stream().map(one -> entry(one, programme, staff)).toList();
    }

    /** Answers that a form lets choose among what stands elsewhere: among them are colleagues. */
    private List<String> chosenElsewhere(List<Facts.Recorded> facts) {
        return facts.stream()
                .flatMap(one -> text(one).map(FormText::fields).orElse(List.of()).stream()
                        .filter(field -> field.kind() == FormText.Kind.CHOICE
                                && field.options().isEmpty())
                        .map(field -> one.fact().content().path(field.key()).asText("")))
                .filter(answer -> !answer.isEmpty())
                .distinct()
                .toList();
    }

    /** The names of all who recorded something; who asks for one of them later in the transaction gets it without asking. */
    Map<String, String> readNames(List<Facts.Recorded> facts) {
        return colleagues.names(facts.stream()
                .flatMap(one -> Stream.of(
                        Optional.of(one.fact().by()),
                        Optional.ofNullable(one.fact().corrected()).map(Facts.Corrected::by)))
                .flatMap(Optional::stream)
                .distinct()
                .toList());
    }

    private Entry entry(Facts.Recorded one, Settings programme, Map<String, String> staff) {
        Facts.Entry<JsonNode> fact = one.fact();
        Facts.Corrected corrected = fact.corrected();
        return new Entry(
                one.kind(),
                title(one),
                LocalDate.ofInstant(fact.at(), clock.getZone()),
                staff.getOrDefault(fact.by(), fact.by()),
                programme.roles().getOrDefault(one.role(), ""),
                corrected == null
                        ? null
                        : LocalDate.ofInstant(corrected.at(), clock.getZone()) + " av "
                                + staff.getOrDefault(corrected.by(), corrected.by()),
                lines(one, new CaseWords(programme, staff)));
    }

    private String title(Facts.Recorded one) {
        return text(one).map(FormText::title).orElse("Anteckning");
    }

    private Optional<FormText> text(Facts.Recorded one) {
        return texts.of(one.kind(), one.fact().formVersion());
    }

    private List<Section.Line> lines(Facts.Recorded one, CaseWords words) {
        JsonNode content = one.fact().content();
        return text(one).map(FormText::fields).orElse(List.of()).stream()
                .filter(field -> !field.shownOnly() && AnswerText.says(content.path(field.key())))
                .filter(field -> !(one.kind().equals(ProtectedNote.FORM) && ProtectedNote.KEYS.contains(field.key())))
                .map(field ->
                        new Section.Line(field.label(), AnswerText.of(field, content.path(field.key()), words::of)))
                .toList();
    }
}
