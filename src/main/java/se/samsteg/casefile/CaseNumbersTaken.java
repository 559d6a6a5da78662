package se.samsteg.casefile;

import java.util.Collection;
import org.springframework.modulith.NamedInterface;
import se.samsteg.form.CaseNumber;

/**
 * Case numbers of a programme that cases from elsewhere have: no new case may get one of them. Until the transaction ends
 * no case of the programme is opened in their years.
 */
@NamedInterface("events")
public record CaseNumbersTaken(String programme, Collection<CaseNumber> numbers) {}
