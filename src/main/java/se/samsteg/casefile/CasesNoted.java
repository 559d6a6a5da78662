package se.samsteg.casefile;

import java.util.Collection;
import org.springframework.modulith.NamedInterface;

/** Something was noted of the cases: a fact was recorded or corrected. */
@NamedInterface("events")
public record CasesNoted(Collection<String> caseNumbers) {}
