package se.samsteg.programme;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lists of a programme that stand in the options of forms, by the name that a form gives them: {@code {groups}}. */
public final class OptionLists {

    private static final String PROGRAMMES = "programmes";
    private static final String CONFERENCES = "programmes-with-conference";

    private static final Map<String, Function<Settings, Map<String, String>>> LISTS = Map.ofEntries(
            list("authorities", it -> named(it.authorities(), Settings.Authority::code, Settings.Authority::name)),
            list(CONFERENCES, it -> it.conference() == null ? Map.<String, String>of() : Map.of(it.id(), it.name())),
            list("continuations", it -> options(it.exit().continuations())),
            list("exit-grounds", it -> named(it.exit().grounds(), Settings.Ground::code, Settings.Ground::name)),
            list("groups", it -> named(it.groups(), Settings.Group::type, Settings.Group::name)),
            list("information", it -> options(it.enrolment().information())),
            list(
                    "main-outcomes",
                    it -> named(it.exit().mainOutcomes(), Settings.MainOutcome::code, Settings.MainOutcome::name)),
            list("measures", it -> options(it.measure().kinds())),
            list("municipalities", it -> Municipalities.names()),
            list("not-taken-in", it -> options(it.notTakenIn())),
            list("orientation-parts", it -> options(it.orientation().parts())),
            list("parties", it -> options(it.sip().parties())),
            list(
                    "placements",
                    it -> named(
                            it.workplace().placements(), Settings.PlacementType::code, Settings.PlacementType::name)),
            list(PROGRAMMES, it -> Map.of(it.id(), it.name())),
            list("secondary-outcomes", it -> options(it.exit().secondaryOutcomes())),
            list(
                    "sip-reasons",
                    it -> named(
                            it.sip().unless() == null ? List.of() : it.sip().unless(),
                            Settings.NoSip::code,
                            Settings.NoSip::name)),
            list("steps-beside", OptionLists::beside),
            list("units", it -> named(it.units(), Settings.Unit::code, Settings.Unit::name)));

    private OptionLists() {}

    private static Map.Entry<String, Function<Settings, Map<String, String>>> list(
            String name, Function<Settings, Map<String, String>> reading) {
        return Map.entry(name, reading);
    }

    /** What a list of the programme is called in forms. */
    public static boolean known(String list) {
        return LISTS.containsKey(list);
    }

    /** Whether it is asked which programme is meant: no question where there is only one. */
    static boolean ofProgrammes(String list) {
        return list.equals(PROGRAMMES) || list.equals(CONFERENCES);
    }

    /**
     * What options are called, by code, in the order of the programme's file.
     *
     * @throws IllegalArgumentException if no programme has such a list
     */
    public static Map<String, String> of(Settings programme, String list) {
        Function<Settings, Map<String, String>> reading = LISTS.get(list);
        if (reading == null) {
            throw new IllegalArgumentException("no programme has a list " + list);
        }
        return reading.apply(programme);
    }

    /** The same of several programmes; an option that two have is called as in the first. */
    public static Map<String, String> of(Collection<Settings> programmes, String list) {
        Map<String, String> all = new LinkedHashMap<>();
        programmes.forEach(programme -> of(programme, list).forEach(all::putIfAbsent));
        return all;
    }

    private static Map<String, String> options(List<Settings.Option> options) {
        return named(options, Settings.Option::code, Settings.Option::name);
    }

    private static <T> Map<String, String> named(List<T> list, Function<T, String> code, Function<T, String> name) {
        return list.stream().collect(Collectors.toMap(code, name, (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, String> beside(Settings programme) {
        List<String> steps = programme.ladder().stream()
                .flatMap(step -> step.beside().stream())
                .toList();
        return named(
                programme.ladder().stream()
                        .filter(step -> steps.contains(step.step()))
                        .toList(),
                Settings.Step::step,
                Settings.Step::name);
    }
}
