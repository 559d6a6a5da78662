package se.samsteg.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is shown. In a published table a withheld count is null; with it go the shares that it is part of. The
 * names are those of {@link Account}.
 *
 * @param published whether counts of 1 to 4 are withheld; otherwise all is there
 * @param filters code by parameter: of whom alone it is
 * @param by parameter of what it is broken down by; null without
 * @param frozen how the year was signed that is shown; null for what it is today
 */
record Published(
        String programme,
        LocalDate from,
        LocalDate to,
        boolean published,
        List<Shown> figures,
        Map<String, String> filters,
        @Nullable String by,
        @Nullable Signed frozen) {

    Published(Account account, boolean published, List<Shown> figures) {
        this(
                account.programme(),
                account.from(),
                account.to(),
                published,
                figures,
                Map.of(),
                null,
                Signed.of(account.frozen(), published));
    }

    /** With what was asked for. */
    Published of(Selection selection) {
        Map<String, String> chosen = new TreeMap<>();
        selection.filters().forEach((dimension, code) -> chosen.put(dimension.parameter(), code));
        return new Published(
                programme,
                from,
                to,
                published,
                figures,
                chosen,
                selection.by() == null ? null : selection.by().parameter(),
                frozen);
    }

    /**
     * A signed year. The reason and how many answers were corrected since are for the lead alone: they tell of single cases.
     *
     * @param version 1 for what was signed first
     */
    record Signed(
            int version,
            LocalDate signedOn,
            @Nullable String reason,
            @Nullable Integer laterCorrections) {

        private static @Nullable Signed of(Account.@Nullable Frozen frozen, boolean published) {
            return frozen == null
                    ? null
                    : new Signed(
                            frozen.version(),
                            frozen.signedOn(),
                            published ? null : frozen.reason(),
                            published ? null : frozen.laterCorrections());
        }
    }

    /** @param withheld whether anything of the figure is withheld */
    record Shown(
            String id,
            String label,
            String definition,
            String sources,
            @Nullable Integer count,
            @Nullable Integer of,
            @Nullable Integer percent,
            @Nullable Integer percentOfAll,
            @Nullable Integer missing,
            @Nullable Integer unaccounted,
            @Nullable Integer target,
            List<Account.Target> targets,
            @Nullable Boolean met,
            List<Part> parts,
            List<Part> missingReasons,
            List<Slice> by,
            @Nullable String note,
            boolean withheld) {

        /** Whether the parts are days or other numbers, and no shares. */
        @JsonIgnore
        public boolean days() {
            return !Figures.shares(id);
        }
    }

    record Part(
            String code,
            String label,
            @Nullable Integer count,
            @Nullable Integer percent,
            boolean withheld) {}

    record Slice(
            String code,
            String label,
            @Nullable Integer count,
            @Nullable Integer of,
            @Nullable Integer percent,
            @Nullable Integer missing,
            @Nullable Integer unaccounted,
            List<Part> parts,
            boolean withheld) {}
}
