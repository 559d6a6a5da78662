package se.samsteg.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.access.What;
import se.samsteg.casefile.Views;
import se.samsteg.form.Choice;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/** The import of earlier cases, for the programme lead. */
@RestController
class ImportAnswers {

    private static final String PATH = "/camunda/api/samsteg/import";

    private final LeadsProgrammes leads;
    private final Imports imports;
    private final Views views;

    ImportAnswers(LeadsProgrammes leads, Imports imports, Views views) {
        this.leads = leads;
        this.imports = imports;
        this.views = views;
    }

    /** The programmes that the lead may import cases of. */
    @GetMapping(PATH)
    ResponseEntity<List<Choice>> programmes() {
        HttpStatus refusal = leads.refusal(What.IMPORT);
        return refusal != null
                ? answer(refusal).build()
                : answer(HttpStatus.OK)
                        .body(leads.all().stream()
                                .map(one -> new Choice(one.name(), one.id()))
                                .toList());
    }

    /**
     * @param file CSV in UTF-8
     * @param dryRun whether only to say what would be done
     * @return the report, also of a file with errors; 401 without log-in, 403 to a user who is no programme lead, 404 for
     *     a programme of another association, 409 while another import runs
     */
    @PostMapping(path = PATH, consumes = "text/csv")
    ResponseEntity<?> take(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) byte @Nullable [] file) {
        HttpStatus refusal = leads.refusal(What.IMPORT);
        if (refusal != null) {
            return answer(refusal).build();
        }
        if (programme == null) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        Settings settings = leads.find(programme).orElse(null);
        if (settings == null) {
            return answer(HttpStatus.NOT_FOUND).build();
        }
        views.list(What.IMPORT, settings.tenant(), Role.PROGRAMME_LEAD);
        return imports.run(settings, file == null ? new byte[0] : file, dryRun)
                .<ResponseEntity<?>>map(report -> answer(HttpStatus.OK).body(report))
                .orElseGet(() -> answer(HttpStatus.CONFLICT)
                        .body(new Refusal("En annan import pågår. Försök igen när den är klar.")));
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
