package se.samsteg.result;

import java.util.ArrayList;
import java.util.List;
import se.samsteg.programme.Settings;

/** What the authorities behind the programme did: present at sittings, and days until they answered. */
class PartnerFigures {

    private PartnerFigures() {}

    static List<Figure> of(Settings programme) {
        List<Figure> figures = new ArrayList<>();
        List<String> authorities =
                programme.authorities().stream().map(Settings.Authority::code).toList();
        authorities.forEach(authority -> figures.add(Figure.ofProgramme("partners.presence." + authority, counted -> {
            List<Work.Sitting> sittings = counted.work().sittings();
            return Tally.of(Tally.count(sittings, one -> one.present().contains(authority)), sittings.size());
        })));
        authorities.forEach(authority -> figures.add(Figure.ofNumbers(
                "partners.answer." + authority, counted -> TimeFigures.tally(counted.days("answer", authority)))));
        return figures;
    }
}
