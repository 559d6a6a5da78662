package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** A bean with many collaborators has more than one reason to change: it is parted. */
class ConstructorTest {

    private static final int MOST = 7;

    /** Beans with more parameters and why; the list only gets shorter. */
    private static final Map<String, String> LARGER = Map.of();

    @Test
    void constructorsOfBeansHaveAtMostSevenParameters() {
        assertThat(larger().keySet())
                .as("beans with more than %s parameters, of which %s", MOST, larger())
                .isEqualTo(LARGER.keySet());
    }

    @Test
    void beansAreFoundByTheirAnnotationAndByBeanMethods() {
        assertThat(beans().map(JavaClass::getName))
                .contains(
                        "se.samsteg.letter.Letter",
                        "se.samsteg.letter.Letters",
                        "se.samsteg.desk.CasePanel",
                        "se.samsteg.login.Login");
    }

    /** Also of components that only some profile has, such as those of production, which no other test starts together. */
    @Test
    void componentsHaveNamesOfTheirOwn() {
        assertThat(Models.CODE.stream()
                        .filter(type -> type.isMetaAnnotatedWith(Component.class))
                        .map(JavaClass::getSimpleName))
                .hasSizeGreaterThan(300)
                .doesNotHaveDuplicates();
    }

    private static Map<String, Integer> larger() {
        Map<String, Integer> larger = new TreeMap<>();
        beans().flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> constructor.getRawParameterTypes().size() > MOST)
                .forEach(constructor -> larger.put(
                        name(constructor.getOwner()),
                        constructor.getRawParameterTypes().size()));
        return larger;
    }

    private static String name(JavaClass type) {
        return type.getName().replace("se.samsteg.", "");
    }

    /** Components, and the application's own classes that a configuration makes. */
    private static Stream<JavaClass> beans() {
        Set<JavaClass> made = Models.CODE.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Bean.class))
                .map(JavaMethod::getRawReturnType)
                .collect(Collectors.toSet());
        return Models.CODE.stream()
                .filter(type -> type.isAnnotatedWith(Component.class)
                        || type.isMetaAnnotatedWith(Component.class)
                        || made.contains(type));
    }
}
