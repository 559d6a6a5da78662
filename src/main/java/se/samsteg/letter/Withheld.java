package se.samsteg.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Disclosure;
import se.samsteg.casefile.Information;

/** Keeps back what an authority may not be told: whole letters about one case, and lines of letters about many. */
@Repository
class Withheld {

    private static final String PROTECTED = "Personuppgifterna är skyddade";

    private final JdbcClient jdbc;
    private final Consents consents;
    private final Clock clock;

    Withheld(JdbcClient jdbc, Consents consents, Clock clock) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.clock = clock;
    }

    /** Why a letter about one case may not be sent; null if it may, as within the programme it always may. */
    @Nullable
    String reason(@Nullable String caseNumber, @Nullable String authority, @Nullable String information) {
        return caseNumber == null || authority == null || information == null
                ? null
                : consents.of(caseNumber).whyNot(authority, Information.of(information));
    }

    /**
     * Why a letter about a case may not go to a party that has no users here, though the participant agreed to it; null if it
     * may, as a letter about no case always may. Nothing can be said there of a person with protected identity.
     */
    @Nullable
    String reasonOutside(@Nullable String caseNumber) {
        if (caseNumber == null) {
            return null;
        }
        boolean concealed = jdbc.sql("""
                        select p.protected_identity from case_overview c join participant p on p.id = c.person
                        where c.case_number = ?""").param(caseNumber).query(Boolean.class).single();
        return concealed ? PROTECTED : consents.of(caseNumber).whyNothing();
    }

    private record Unsent(UUID id, String authority, String information) {}

    /**
     * Stops the unsent letters of a case that its consents do not allow any more.
     *
     * @return the letters that will not be sent
     */
    Set<UUID> stopUnsent(String caseNumber) {
        Disclosure disclosure = consents.of(caseNumber);
        Set<UUID> stopped = new HashSet<>();
        jdbc.sql("""
                        select id, authority, information from letter where case_number = ? and authority is not null
                        and sent_at is null and stopped_on is null""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Unsent.class))
                .list()
                .forEach(letter -> {
                    String reason = disclosure.whyNot(letter.authority(), Information.of(letter.information()));
                    if (reason != null && stop(letter.id(), reason)) {
                        stopped.add(letter.id());
                    }
                });
        stopLines("n.case_number = :subject", caseNumber);
        return stopped;
    }

    /** @return false if the letter has been sent meanwhile */
    boolean stop(UUID letter, String reason) {
        return jdbc.sql("""
                                update letter set stopped_on = ?, stop_reason = ?
                                where id = ? and sent_at is null and stopped_on is null
                                """).params(LocalDate.now(clock), reason, letter).update() == 1;
    }

    /** Stops the lines of one letter that may not be told, or not any more. */
    void stopLines(UUID letter) {
        stopLines("n.letter = :subject", letter);
    }

    private record Line(
            UUID letter,
            String template,
            String caseNumber,
            String information,
            @Nullable String authority,
            boolean protectedIdentity) {}

    private void stopLines(String which, Object subject) {
        List<Line> lines = jdbc.sql("""
                        select n.letter, l.template, n.case_number, n.information, l.authority, p.protected_identity
                        from letter_line n join letter l on l.id = n.letter
                        join case_overview c on c.case_number = n.case_number join participant p on p.id = c.person
                        where n.stopped_on is null and l.sent_at is null and """ + " " + which)
                .param("subject", subject)
                .query(DataClassRowMapper.newInstance(Line.class))
                .list();
        Map<String, Disclosure> disclosures =
                consents.of(lines.stream().map(Line::caseNumber).collect(Collectors.toSet()));
        for (Line line : lines) {
            String reason = whyNot(line, Objects.requireNonNull(disclosures.get(line.caseNumber())));
            if (reason != null) {
                jdbc.sql("""
                                update letter_line set stopped_on = ?, stop_reason = ?
                                where letter = ? and case_number = ? and information = ?""")
                        .params(LocalDate.now(clock), reason, line.letter(), line.caseNumber(), line.information())
                        .update();
            }
        }
    }

    /** Within the programme each case may be named but that of a person with protected identity. */
    private static @Nullable String whyNot(Line line, Disclosure disclosure) {
        if (line.protectedIdentity()) {
            return PROTECTED;
        }
        return Disclosed.leaves(line.template())
                ? disclosure.whyNot(line.authority(), Information.of(line.information()))
                : null;
    }

    private record Row(String template, @Nullable String authority, LocalDate stoppedOn, String stopReason) {}

    /** What was not told of a case, in the order it was stopped. */
    List<Letter.Stopped> of(String caseNumber) {
        return jdbc.sql("""
                        select template, case when address is null then authority else recipient end as authority,
                        stopped_on, stop_reason from letter
                        where case_number = :case and stopped_on is not null
                        union
                        select l.template, l.authority, n.stopped_on, n.stop_reason
                        from letter_line n join letter l on l.id = n.letter
                        where n.case_number = :case and n.stopped_on is not null
                        order by stopped_on, template, authority
                        """).param("case", caseNumber).query(DataClassRowMapper.newInstance(Row.class)).list().stream()
                .filter(row -> Disclosed.leaves(row.template()))
                .map(row -> new Letter.Stopped(
                        Disclosed.by(row.template()).title(), row.authority(), row.stoppedOn(), row.stopReason()))
                .toList();
    }
}
