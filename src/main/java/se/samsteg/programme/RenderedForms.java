package se.samsteg.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.engine.Actor;
import se.samsteg.form.CaseNumber;
import se.samsteg.form.Json;
import se.samsteg.form.ProgrammeForms;

/** Fills programmes' lists into the options of forms, and knows which programme a task belongs to. */
@Component
public class RenderedForms implements ProgrammeForms {

    private static final Pattern LIST = Pattern.compile("\\{([a-z-]+)\\}");
    private static final Pattern NUMBER_AT_END = Pattern.compile("[A-Z]{2,4}" + CaseNumber.AFTER_PREFIX + "$");

    private final Programmes programmes;
    private final Actor actor;

    RenderedForms(Programmes programmes, @Lazy Actor actor) {
        this.programmes = programmes;
        this.actor = actor;
    }

    @Override
    public Map<String, String> rendered(String text) {
        JsonNode form = Json.tree(text);
        String id = form.path("id").asText();
        String ofAll = rendered(form, id, programmes.all());
        if (ofAll == null) {
            return Map.of(id, text);
        }
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put(id, ofAll);
        for (List<Settings> some : togetherOrAlone()) {
            String version = rendered(form, id, some);
            if (version != null && !version.equals(ofAll)) {
                String own = ProgrammeForms.id(name(some), id);
                versions.put(own, withId(own, Json.tree(version)));
            }
        }
        return versions;
    }

    /** Each programme, and those of each association that has several. */
    private List<List<Settings>> togetherOrAlone() {
        Map<String, List<Settings>> associations = programmes.all().stream()
                .sorted(Comparator.comparing(Settings::id))
                .collect(Collectors.groupingBy(Settings::tenant, TreeMap::new, Collectors.toList()));
        return Stream.concat(
                        programmes.all().stream().map(List::of),
                        associations.values().stream().filter(several -> several.size() > 1))
                .toList();
    }

    /** Ids of programmes have no hyphen: no programme is called as several together are. */
    private static String name(List<Settings> programmes) {
        return programmes.stream().map(Settings::id).collect(Collectors.joining("-"));
    }

    @Override
    public Map<String, String> own(String programme, String text) {
        JsonNode form = Json.tree(text);
        String id = ProgrammeForms.id(programme, form.path("id").asText());
        String version = rendered(form, id, List.of(programmes.get(programme)));
        return Map.of(id, withId(id, version == null ? form : Json.tree(version)));
    }

    private static String withId(String id, JsonNode form) {
        return ((ObjectNode) form.deepCopy()).put("id", id).toPrettyString();
    }

    /** Null if the form offers no list of a programme. */
    private static @Nullable String rendered(JsonNode form, String id, Collection<Settings> programmes) {
        JsonNode copy = form.deepCopy();
        boolean filled = FormPlaces.fill(copy, programmes);
        for (JsonNode question : copy.findParents("values")) {
            ArrayNode values = (ArrayNode) question.path("values");
            boolean whichProgramme = asksForProgramme(values);
            filled |= fill(values, id, programmes);
            if (whichProgramme && values.size() < 2) {
                remove((ArrayNode) copy.path("components"), question);
            }
        }
        return filled ? copy.toPrettyString() : null;
    }

    private static boolean asksForProgramme(ArrayNode values) {
        Matcher list = LIST.matcher(values.path(0).path("value").asText());
        return list.matches() && OptionLists.ofProgrammes(list.group(1));
    }

    private static void remove(ArrayNode components, JsonNode question) {
        for (int n = components.size() - 1; n >= 0; n--) {
            if (components.get(n) == question) {
                components.remove(n);
            }
        }
    }

    private static boolean fill(ArrayNode values, String form, Collection<Settings> programmes) {
        boolean filled = false;
        List<JsonNode> options = new ArrayList<>();
        for (JsonNode option : values) {
            Matcher list = LIST.matcher(option.path("value").asText());
            if (!list.matches()) {
                options.add(option);
                continue;
            }
            if (!OptionLists.known(list.group(1))) {
                throw new IllegalArgumentException("form " + form + ": no programme has a list " + list.group(1));
            }
            OptionLists.of(programmes, list.group(1))
                    .forEach((code, name) -> options.add(
                            Json.MAPPER.createObjectNode().put("label", name).put("value", code)));
            filled = true;
        }
        values.removeAll().addAll(options);
        return filled;
    }

    @Override
    public @Nullable String of(VariableScope scope) {
        if (scope instanceof DelegateTask task) {
            Matcher number = NUMBER_AT_END.matcher(task.getName() == null ? "" : task.getName());
            return number.find() ? ofCase(number.group()) : of(task.getExecution());
        }
        if (!(scope instanceof DelegateExecution execution)) {
            return null;
        }
        String businessKey = execution.getProcessBusinessKey();
        if (businessKey != null && CaseNumber.parse(businessKey).isPresent()) {
            return ofCase(businessKey);
        }
        return execution.getVariable("caseNumber") instanceof String caseNumber
                ? ofCase(caseNumber)
                : ofAssociation(execution.getTenantId() == null ? List.of() : List.of(execution.getTenantId()));
    }

    private @Nullable String ofCase(String caseNumber) {
        return programmes.find(caseNumber).map(Settings::id).orElse(null);
    }

    @Override
    public @Nullable String ofStart(String process) {
        return programmes.all().stream().anyMatch(programme -> programme.id().equals(process))
                ? process
                : ofAssociation(actor.tenants());
    }

    /** The only programme there, or all of them together; null for a user of no association or of several. */
    private @Nullable String ofAssociation(List<String> tenants) {
        String theirs = name(programmes.all().stream()
                .filter(programme -> tenants.contains(programme.tenant()))
                .sorted(Comparator.comparing(Settings::id))
                .toList());
        return tenants.size() == 1 && !theirs.isEmpty() ? theirs : null;
    }
}
