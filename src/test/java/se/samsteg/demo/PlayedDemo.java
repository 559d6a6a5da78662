package se.samsteg.demo;

import java.util.Map;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The cases of the embedded default, for tests that want them in a database of their own. */
public final class PlayedDemo {

    private PlayedDemo() {}

    /** @return the numbers of the cases and groups, by name of the story */
    public static Map<String, String> in(AutowireCapableBeanFactory beans) {
        return beans.createBean(DemoCases.class).play();
    }
}
