package se.samsteg.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is shown. In a published table a withheld count is null; with it go the shares that it is part of. The
 * names are those of {@link Account}.
 *
 * @param published whether counts of 1 to 4 are withheld; otherwise all is there
 */
record Published(String programme, LocalDate from, LocalDate to, boolean published, List<Shown> figures) {

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
