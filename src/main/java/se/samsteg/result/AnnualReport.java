package se.samsteg.result;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Documents;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Colleagues;

/** A year's account on paper, exact: for the lead and the association. */
@Component
class AnnualReport {

    private final Programmes programmes;
    private final Colleagues colleagues;
    private final Documents documents;

    AnnualReport(Programmes programmes, Colleagues colleagues, Documents documents) {
        this.programmes = programmes;
        this.colleagues = colleagues;
        this.documents = documents;
    }

    /**
     * What stands above the figures.
     *
     * @param signedBy user id; null for what is not signed
     */
    record Head(
            int year,
            int version,
            @Nullable String signedBy,
            @Nullable String reason,
            @Nullable String comment) {

        static Head draft(int year) {
            return new Head(year, 0, null, null, null);
        }

        static Head signed(AnnualAccounts.Signing signing, String user) {
            return new Head(signing.year(), signing.version(), user, signing.reason(), signing.comment());
        }
    }

    Report of(Account account) {
        return new ReportWriter(programmes.get(account.programme())).write(Publication.exact(account));
    }

    /** @return PDF */
    byte[] print(Account account, Head head) {
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("head", head);
        shown.put("signer", head.signedBy() == null ? null : colleagues.name(head.signedBy()));
        shown.put("report", of(account));
        return documents.printOf(account.programme(), "annual-report", shown);
    }
}
