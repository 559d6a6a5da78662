package se.samsteg.result;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.programme.Settings;

/** All figures, in the order in which they are shown. */
class Figures {

    private static final String CHANGE = ".change";

    private Figures() {}

    static List<Figure> of(Settings programme) {
        return Stream.of(
                        ReferralFigures.of(programme),
                        ExitFigures.of(programme),
                        TimeFigures.of(programme),
                        ChangeFigures.of(programme),
                        GroupFigures.groups(),
                        EventFigures.all(),
                        GroupFigures.volume(),
                        PartnerFigures.of(programme))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether the parts of a figure are counts of cases or events; otherwise they are days, weights or what is aimed at. */
    static boolean shares(String figure) {
        return !TimeFigures.days(figure) && !figure.equals("coaching.load") && !figure.equals("volume");
    }

    /** The figure whose matrix a change is the sums of; null for a figure that is no change. */
    static @Nullable String changed(String figure) {
        return figure.endsWith(CHANGE) ? figure.substring(0, figure.length() - CHANGE.length()) : null;
    }

    /** Whether a figure counts groups, their sessions or sittings, and so tells nothing of a participant. */
    static boolean ofNoCase(String figure) {
        return figure.equals("groups")
                || figure.equals("groups.sessions")
                || figure.equals("volume.groups")
                || figure.startsWith("partners.presence.");
    }
}
