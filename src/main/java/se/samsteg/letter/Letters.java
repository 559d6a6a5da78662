package se.samsteg.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters as they are written; one that may not be sent is a row with the reason. */
@Repository
class Letters {

    private final JdbcClient jdbc;
    private final Withheld withheld;
    private final Clock clock;

    Letters(JdbcClient jdbc, Withheld withheld, Clock clock) {
        this.jdbc = jdbc;
        this.withheld = withheld;
        this.clock = clock;
    }

    /**
     * A letter before it is a row.
     *
     * @param cause what causes it; the same cause writes one letter with the template to the recipient
     * @param caseNumber null if it is about no single case
     */
    record Draft(String cause, String template, @Nullable String caseNumber, Recipient to, String detail) {

        private @Nullable String information() {
            return to.authority() == null
                    ? null
                    : Disclosed.by(template).information().code();
        }
    }

    /** @param stopped whether it may not be sent */
    record Written(UUID id, boolean stopped) {}

    /** @return empty if it was written before */
    Optional<Written> write(Draft draft) {
        UUID id = UUID.randomUUID();
        String authority = draft.to().authority();
        String stopped = draft.to().address() == null
                ? withheld.reason(draft.caseNumber(), authority, draft.information())
                : withheld.reasonOutside(draft.caseNumber());
        int written = jdbc.sql("""
                        insert into letter (id, cause, template, case_number, recipient, detail, written_at,
                        authority, information, stopped_on, stop_reason, address)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (cause) do nothing""")
                .params(
                        id,
                        String.join(":", draft.template(), draft.to().user(), draft.cause()),
                        draft.template(),
                        draft.caseNumber(),
                        draft.to().user(),
                        draft.detail(),
                        OffsetDateTime.now(clock),
                        authority,
                        draft.information(),
                        stopped == null ? null : LocalDate.now(clock),
                        stopped,
                        draft.to().address())
                .update();
        return written == 0 ? Optional.empty() : Optional.of(new Written(id, stopped != null));
    }

    /**
     * The parties without users here that were written to about a case, and were not written to since that it holds no more.
     *
     * @param template of the letter; one that was stopped does not count
     * @param takenBack template of the letter that takes it back
     */
    List<Recipient> outsiders(String caseNumber, String template, String takenBack) {
        return jdbc.sql("""
                        select recipient, address from (
                          select distinct on (recipient) recipient, address, template from letter
                          where case_number = :case and address is not null and stopped_on is null
                            and template in (:template, :takenBack)
                          order by recipient, written_at desc) last
                        where template = :template order by recipient""")
                .param("case", caseNumber)
                .param("template", template)
                .param("takenBack", takenBack)
                .query((row, n) -> new Recipient(row.getString("recipient"), null, row.getString("address")))
                .list();
    }

    /** Adds what a letter about many cases says of each, and stops the lines that its recipient may not be told. */
    void addLines(UUID letter, List<Letter.Line> lines) {
        jdbc.sql("""
                        insert into letter_line (letter, case_number, text, information)
                        select ?, case_number, text, information from unnest(?, ?, ?) as line (case_number, text, information)
                        """)
                .params(
                        letter,
                        lines.stream().map(Letter.Line::caseNumber).toArray(String[]::new),
                        lines.stream().map(Letter.Line::text).toArray(String[]::new),
                        lines.stream().map(line -> line.information().code()).toArray(String[]::new))
                .update();
        withheld.stopLines(letter);
    }

    /** Letters about these cases that are not sent yet go to a colleague. */
    void readdress(Collection<String> caseNumbers, String from, String to) {
        jdbc.sql(
                        "update letter set recipient = :to where recipient = :from and sent_at is null and case_number in (:cases)")
                .param("to", to)
                .param("from", from)
                .param("cases", caseNumbers)
                .update();
    }
}
