package se.samsteg.casefile;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.samsteg.engine.ReadOnce;

/**
 * The facts that the running transaction has read: of a case those of a kind, or all of them at once. What writes to table
 * {@code fact} forgets them.
 */
@Component
class ReadFacts {

    private record Kind(String view, String caseNumber, String kind) {}

    private record Case(String view, String caseNumber) {}

    private final ReadOnce<Kind, List<StoredFact>> kinds = new ReadOnce<>();
    private final ReadOnce<Case, Map<String, List<StoredFact>>> cases = new ReadOnce<>();

    List<StoredFact> of(String view, String caseNumber, String kind, Supplier<List<StoredFact>> reading) {
        return cases.known(new Case(view, caseNumber))
                .map(all -> all.getOrDefault(kind, List.of()))
                .orElseGet(() -> kinds.of(new Kind(view, caseNumber, kind), reading));
    }

    /** Keeps every fact of a case, by kind: what is asked of the case later is answered from them. */
    void keep(String view, String caseNumber, Map<String, List<StoredFact>> all) {
        cases.of(new Case(view, caseNumber), () -> all);
    }

    void forget() {
        kinds.forget();
        cases.forget();
    }
}
