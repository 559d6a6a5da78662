package se.samsteg.result;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Programmes;

/** Figures as the steering group reads them: as the published tables of the same year give them. */
@Component
public class PublishedReports {

    private final LiveAccounts accounts;
    private final Programmes programmes;
    private final Clock clock;

    PublishedReports(LiveAccounts accounts, Programmes programmes, Clock clock) {
        this.accounts = accounts;
        this.programmes = programmes;
        this.clock = clock;
    }

    /**
     * @param from first day
     * @param to last day
     */
    @Transactional
    public Report of(String programme, LocalDate from, LocalDate to) {
        Period period = new Period(from, to);
        List<Period> decided = PublishedPeriods.from(period, LocalDate.now(clock));
        // A draft of a quarter that goes on is decided for itself.
        List<Period> periods = decided.contains(period) ? decided : List.of(period);
        Publication published = new Publication(
                periods.stream()
                        .map(one -> accounts.of(new Selection(programme, one, Map.of(), null)))
                        .toList(),
                null);
        return new ReportWriter(programmes.get(programme)).write(published.of(period));
    }
}
