package se.samsteg.steering;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Documents;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.result.PublishedReports;

/** A quarter's report on paper: published figures, what the lead says of them, and the agenda. */
@Component
class SteeringPaper {

    private final PublishedReports figures;
    private final Programmes programmes;
    private final Documents documents;

    SteeringPaper(PublishedReports figures, Programmes programmes, Documents documents) {
        this.figures = figures;
        this.programmes = programmes;
        this.documents = documents;
    }

    /**
     * @param added null before the lead has added anything
     * @return PDF
     */
    byte[] print(SteeringReports.Stored report, @Nullable QuarterReport added) {
        Settings programme = programmes.get(report.programme());
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("quarter", report.title());
        shown.put("added", added);
        shown.put("agenda", added == null ? agenda(programme) : added.agenda());
        shown.put("present", added == null ? "" : programme.authorities(added.authoritiesPresent()));
        shown.put("report", figures.of(report.programme(), report.quarter(), report.lastDay()));
        return documents.printOf(report.programme(), "steering-report", shown);
    }

    /** The standing points, a line each. */
    String agenda(Settings programme) {
        return String.join("\n", programme.steering().agenda());
    }
}
