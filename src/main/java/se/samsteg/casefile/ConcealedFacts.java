package se.samsteg.casefile;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samsteg.form.Forms;
import se.samsteg.person.Person;
import se.samsteg.person.ProtectedPersons;
import se.samsteg.person.Redaction;

/** Conceals persons whose identity is protected in what is about to be written. */
@Component
class ConcealedFacts {

    private final ProtectedPersons protectedPersons;
    private final FactConcealment concealment;
    private final CaseTexts written;

    ConcealedFacts(ProtectedPersons protectedPersons, FactConcealment concealment, CaseTexts written) {
        this.protectedPersons = protectedPersons;
        this.concealment = concealment;
        this.written = written;
    }

    /**
     * A new fact's content without them. What a phase writes of it into a table of its own in the same transaction is
     * gone through at the transaction's end.
     *
     * @param said the content as JSON
     */
    String conceal(@Nullable String caseNumber, @Nullable String subject, Forms.Filled form, String said) {
        Set<String> about =
                Stream.of(caseNumber, subject).flatMap(Stream::ofNullable).collect(Collectors.toSet());
        String concealed = said;
        for (Person person : protectedPersons.among(about)) {
            Redaction redaction = Redaction.of(person);
            concealed = concealment.concealed(form.id(), form.version(), concealed, redaction);
            atLast(() -> written.conceal(person, redaction));
        }
        return concealed;
    }

    private static void atLast(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                work.run();
            }
        });
    }
}
