package se.samsteg.reminder;

import org.springframework.context.ApplicationContext;

/** Plans the mornings as the application does when it starts, for stories that begin with empty tables. */
public final class PlannedMornings {

    private PlannedMornings() {}

    public static void plan(ApplicationContext application) {
        application.getBean(Mornings.class).openNext();
    }
}
