package se.samsteg.reminder;

import java.util.Set;

/** Which tasks the process reminds of, for the test that holds it against the models. */
public final class RemindedTasks {

    private RemindedTasks() {}

    /** @param form id of the task's form */
    public static boolean reminds(String form) {
        return !DrawnReminders.FORMS.contains(form);
    }

    /** Forms of the tasks that are left to their models. */
    public static Set<String> drawn() {
        return DrawnReminders.FORMS;
    }
}
