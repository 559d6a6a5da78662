package se.samsteg.programme;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lists of a programme that stand in the options of forms, by the name that a form gives them: {@code {groups}}. */
public final class OptionLists {

    private static final Map<String, Function<Settings, Map<String, String>>> LISTS = Map.of(
            "authorities",
                    settings -> named(settings.authorities(), Settings.Authority::code, Settings.Authority::name),
            "groups", settings -> named(settings.groups(), Settings.Group::type, Settings.Group::name),
            "placements",
                    settings -> named(
                            settings.workplace().placements(),
                            Settings.PlacementType::code,
                            Settings.PlacementType::name),
            "information", settings -> options(settings.enrolment().information()),
            "not-taken-in",
                    settings -> options(
                            settings.intake() == null
                                    ? List.of()
                                    : settings.intake().notTakenIn()),
            "municipalities", settings -> Municipalities.names(),
            "orientation-parts", settings -> options(settings.orientation().parts()),
            "parties", settings -> options(settings.sip().parties()),
            "steps-beside", OptionLists::beside);

    private OptionLists() {}

    /** What a list of the programme is called in forms. */
    public static boolean known(String list) {
        return LISTS.containsKey(list);
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
