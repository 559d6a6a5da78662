package se.samsteg.rectification;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseTexts;
import se.samsteg.casefile.CaseUnits;
import se.samsteg.casefile.Corrections;
import se.samsteg.form.FormText.Field;
import se.samsteg.person.PersonChanges;

/** Puts a corrected answer everywhere the wrong one stands: the person's record, the fact, and what was made of it. */
@Component
class CorrectedAnswers {

    private final PersonChanges person;
    private final Corrections corrections;
    private final CaseTexts written;
    private final CaseUnits units;

    CorrectedAnswers(PersonChanges person, Corrections corrections, CaseTexts written, CaseUnits units) {
        this.person = person;
        this.corrections = corrections;
        this.written = written;
        this.units = units;
    }

    /**
     * @param value null for no answer
     * @throws se.samsteg.form.Refused if the form or the rules of the fact refuse the new answer
     */
    void replace(DelegateTask task, String caseNumber, Note note, Field field, @Nullable Object value) {
        if (note.ofUnit()) {
            units.refer(caseNumber, (String) value);
            return;
        }
        if (note.fact() == null) {
            person.correct(caseNumber, field.key(), value);
            return;
        }
        corrections.correct(task, note.fact(), field.key(), value);
        if (field.free() && value instanceof String now && note.answers().get(field.key()) instanceof String before) {
            written.correct(caseNumber, field.key(), before, now);
        }
    }

    /**
     * As {@link #replace(DelegateTask, String, Note, Field, Object)} for answers of a fact that depend on each other.
     *
     * @return keys of the answers that are others now
     * @throws se.samsteg.form.Refused also if none is
     */
    Set<String> replace(DelegateTask task, String caseNumber, Note note, Map<String, @Nullable Object> values) {
        Set<String> changed = corrections.correct(task, Objects.requireNonNull(note.fact()), values);
        note.fields().stream()
                .filter(field -> field.free() && changed.contains(field.key()))
                .forEach(field -> {
                    if (values.get(field.key()) instanceof String now
                            && note.answers().get(field.key()) instanceof String before) {
                        written.correct(caseNumber, field.key(), before, now);
                    }
                });
        return changed;
    }
}
