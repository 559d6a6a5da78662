package se.samsteg.result;

import java.util.List;
import java.util.stream.Stream;
import se.samsteg.programme.Settings;

/** All figures, in the order in which they are shown. */
class Figures {

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
}
