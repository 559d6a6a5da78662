package se.samsteg.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that the running transaction has read, by their key: a task asks for the same row once for each field that it fills
 * in. What writes to the table calls {@link #forget} after it. Without a transaction nothing is kept.
 */
public class ReadOnce<K, V> {

    private static final class Holder<K, V> extends ResourceHolderSupport {

        private final Map<K, V> rows = new HashMap<>();
    }

    public V of(K key, Supplier<V> reading) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return reading.get();
        }
        Map<K, V> rows = holder().rows;
        V known = rows.get(key);
        if (known == null) {
            known = reading.get();
            rows.put(key, known);
        }
        return known;
    }

    /** What was read before in the transaction; empty if it was not. */
    public Optional<V> known(K key) {
        Holder<K, V> holder = bound();
        return holder == null ? Optional.empty() : Optional.ofNullable(holder.rows.get(key));
    }

    public void forget() {
        Holder<K, V> holder = bound();
        if (holder != null) {
            holder.rows.clear();
        }
    }

    private Holder<K, V> holder() {
        Holder<K, V> bound = bound();
        if (bound != null) {
            return bound;
        }
        Holder<K, V> holder = new Holder<>();
        TransactionSynchronizationManager.bindResource(this, holder);
        // Unbinds it when the transaction ends, and while another one runs in between.
        TransactionSynchronizationManager.registerSynchronization(
                new ResourceHolderSynchronization<Holder<K, V>, Object>(holder, this) {});
        return holder;
    }

    @SuppressWarnings("unchecked") // only holder() binds a value to this key
    private @Nullable Holder<K, V> bound() {
        return (Holder<K, V>) TransactionSynchronizationManager.getResource(this);
    }
}
