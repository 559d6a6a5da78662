package se.samsteg.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The facts that the running transaction has read: a model asks for one fact once for each field that it fills in. Who
 * writes in table {@code fact} calls {@link #forget} after it. Without a transaction nothing is kept.
 */
@Component
class ReadFacts {

    private static final class Holder extends ResourceHolderSupport {

        private final Map<List<String>, List<StoredFact>> byCaseAndKind = new HashMap<>();
    }

    List<StoredFact> of(String caseNumber, String kind, Supplier<List<StoredFact>> reading) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return reading.get();
        }
        Map<List<String>, List<StoredFact>> read = holder().byCaseAndKind;
        List<StoredFact> known = read.get(List.of(caseNumber, kind));
        if (known == null) {
            known = List.copyOf(reading.get());
            read.put(List.of(caseNumber, kind), known);
        }
        return known;
    }

    void forget() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Holder holder) {
            holder.byCaseAndKind.clear();
        }
    }

    private Holder holder() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Holder holder) {
            return holder;
        }
        Holder holder = new Holder();
        TransactionSynchronizationManager.bindResource(this, holder);
        // Unbinds it when the transaction ends, and while another one runs in between.
        TransactionSynchronizationManager.registerSynchronization(
                new ResourceHolderSynchronization<Holder, ReadFacts>(holder, this) {});
        return holder;
    }
}
