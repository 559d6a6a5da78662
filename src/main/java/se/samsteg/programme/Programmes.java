package se.samsteg.programme;

import jakarta.validation.Validator;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import se.samsteg.engine.ModelFiles;
import se.samsteg.engine.TenantOfProgramme;
import se.samsteg.engine.WrongFiles;
import se.samsteg.form.CaseNumber;

/** The programmes that run here, read from {@code programmes/*.yml} at start; a wrong value stops the start. */
@Component
public class Programmes implements TenantOfProgramme {

    private final Map<String, Settings> byId;

    Programmes(ModelFiles files, Validator validator) {
        Map<String, Settings> read = new LinkedHashMap<>();
        for (Resource file : files.of("programmes/*.yml")) {
            Settings programme = new ProgrammeFile(file).read(validator);
            boolean taken = read.containsKey(programme.id())
                    || read.values().stream()
                            .anyMatch(other -> other.casePrefix().equals(programme.casePrefix()));
            if (taken) {
                throw new WrongFiles("programmes/%s: another programme has the id %s or the casePrefix %s"
                        .formatted(file.getFilename(), programme.id(), programme.casePrefix()));
            }
            read.put(programme.id(), programme);
        }
        byId = Collections.unmodifiableMap(read);
    }

    public Collection<Settings> all() {
        return byId.values();
    }

    /** @throws IllegalArgumentException if there is no such programme */
    public Settings get(String id) {
        Settings settings = byId.get(id);
        if (settings == null) {
            throw new IllegalArgumentException("no programme " + id);
        }
        return settings;
    }

    /**
     * Which of an association's programmes is meant.
     *
     * @param chosen its id; null where there was no choice, which is right if one alone is possible
     * @return empty if that is none of the possible ones
     */
    public Optional<Settings> chosen(@Nullable String tenant, @Nullable String chosen, Predicate<Settings> possible) {
        List<Settings> theirs = byId.values().stream()
                .filter(programme -> programme.tenant().equals(tenant))
                .filter(possible)
                .filter(programme -> chosen == null || programme.id().equals(chosen))
                .toList();
        return theirs.size() == 1 ? Optional.of(theirs.get(0)) : Optional.empty();
    }

    /** What an authority is called in a case's programme, or else in another one of the association; otherwise the code. */
    public String authority(String caseNumber, String code) {
        Settings programme = of(caseNumber);
        return programme.authority(code).orElseGet(() -> authorityIn(programme.tenant(), code));
    }

    /** What an authority is called in an association, where no case says in which programme; otherwise the code. */
    public String authorityIn(@Nullable String tenant, String code) {
        return byId.values().stream()
                .filter(programme -> programme.tenant().equals(tenant))
                .flatMap(programme -> programme.authority(code).stream())
                .findFirst()
                .orElse(code);
    }

    /** The units of an association's programmes, each once. */
    public List<Settings.Unit> units(String tenant) {
        return byId.values().stream()
                .filter(programme -> programme.tenant().equals(tenant))
                .sorted(Comparator.comparing(Settings::id))
                .flatMap(programme -> programme.units().stream())
                .filter(distinctCodes())
                .toList();
    }

    private static Predicate<Settings.Unit> distinctCodes() {
        Set<String> seen = new HashSet<>();
        return unit -> seen.add(unit.code());
    }

    /**
     * What a unit is called.
     *
     * @param unit its code; the text itself is returned for what was registered before units had codes
     */
    public @Nullable String unitName(String tenant, @Nullable String unit) {
        return units(tenant).stream()
                .filter(known -> known.code().equals(unit))
                .findFirst()
                .map(Settings.Unit::name)
                .orElse(unit);
    }

    /**
     * @param caseNumber such as {@code SB-2026-0042}
     * @throws IllegalArgumentException if no programme has that prefix
     */
    public Settings of(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> new IllegalArgumentException("no programme for that case number"));
    }

    /** The programme of a case number that a user typed; empty if no programme has that prefix. */
    public Optional<Settings> find(String caseNumber) {
        return CaseNumber.parse(caseNumber).flatMap(number -> byId.values().stream()
                .filter(programme -> programme.casePrefix().equals(number.prefix()))
                .findFirst());
    }

    @Override
    public Optional<String> ofCase(String caseNumber) {
        return find(caseNumber).map(Settings::tenant);
    }

    @Override
    public Optional<String> ofProgramme(String programme) {
        return Optional.ofNullable(byId.get(programme)).map(Settings::tenant);
    }
}
