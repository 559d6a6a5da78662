package se.samsteg.engine;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans that expressions see, looked up when an expression asks: the phases need the engine and the engine needs
 * the phases, so neither can be handed to the other ready-made.
 */
final class PhaseBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;
    private @Nullable Set<String> names;

    PhaseBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    private Set<String> names() {
        if (names == null) {
            names = Set.copyOf(Arrays.asList(beans.getBeanNamesForAnnotation(Phase.class)));
        }
        return names;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String && names().contains(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return names().stream()
                .map(name -> Map.entry((Object) name, beans.getBean(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
