package se.samsteg.engine;

import java.util.Optional;

/** Which coordination association a programme belongs to: tenant ids. */
public interface TenantOfProgramme {

    /** @param caseNumber as it was typed; empty if no programme has numbers of that kind */
    Optional<String> ofCase(String caseNumber);

    /** @param programme its id, which is its process' key too; empty if there is none */
    Optional<String> ofProgramme(String programme);
}
