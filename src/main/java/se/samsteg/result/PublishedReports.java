package se.samsteg.result;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.programme.Programmes;

/** Figures as the steering group reads them: small counts are withheld. */
@Component
public class PublishedReports {

    private final LiveAccounts accounts;
    private final Programmes programmes;

    PublishedReports(LiveAccounts accounts, Programmes programmes) {
        this.accounts = accounts;
        this.programmes = programmes;
    }

    /**
     * @param from first day
     * @param to last day
     */
    @Transactional
    public Report of(String programme, LocalDate from, LocalDate to) {
        return new ReportWriter(programmes.get(programme), true)
                .write(accounts.of(new Selection(programme, new Period(from, to), Map.of(), null)));
    }
}
