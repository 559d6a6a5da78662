package se.samsteg.casefile;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsteg.engine.ReadOnce;

/** The facts that the running transaction has read, by view, case and kind. What writes to table {@code fact} forgets them. */
@Component
class ReadFacts extends ReadOnce<ReadFacts.Key, List<StoredFact>> {

    record Key(String view, String caseNumber, String kind) {}
}
