package se.samsteg.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.AllowedReaders;
import se.samsteg.casefile.Readers;
import se.samsteg.casefile.View;
import se.samsteg.programme.Programmes;

/** Who could open a case, and who did. */
@Component
class Readership {

    private final AllowedReaders allowed;
    private final Readers readers;
    private final Programmes programmes;

    Readership(AllowedReaders allowed, Readers readers, Programmes programmes) {
        this.allowed = allowed;
        this.readers = readers;
        this.programmes = programmes;
    }

    List<AllowedReaders.Allowed> allowed(View view) {
        return allowed.of(view, programmes.get(view.file().programme()));
    }

    /** The newest first. */
    List<Readers.Reader> readers(View view) {
        List<Readers.Reader> all = new ArrayList<>(readers.of(view.caseNumber()));
        Collections.reverse(all);
        return all;
    }
}
