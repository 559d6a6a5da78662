package se.samsteg.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.form.Json;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programmes;

/** What is held about the person of a case, as the object that {@link Extract} describes, without its words and names. */
@Component
class ExtractContent {

    private final CaseFiles cases;
    private final Persons persons;
    private final Programmes programmes;
    private final PersonTables tables;
    private final AmongOthers amongOthers;
    private final OpenTaskRows openTasks;
    private final ReaderRows readers;

    ExtractContent(
            CaseFiles cases,
            Persons persons,
            Programmes programmes,
            PersonTables tables,
            AmongOthers amongOthers,
            OpenTaskRows openTasks,
            ReaderRows readers) {
        this.cases = cases;
        this.persons = persons;
        this.programmes = programmes;
        this.tables = tables;
        this.amongOthers = amongOthers;
        this.openTasks = openTasks;
        this.readers = readers;
    }

    ObjectNode of(String caseNumber, OffsetDateTime drawnUpAt) {
        String tenant = programmes.get(cases.get(caseNumber).programme()).tenant();
        List<String> numbers = cases.ofSamePerson(caseNumber);
        List<UUID> same = persons.same(caseNumber).stream().map(Person::id).toList();
        ObjectNode all = Json.MAPPER.createObjectNode();
        all.put("format", "samsteg-extract-1");
        all.put("drawnUpAt", ExtractTime.text(drawnUpAt));
        all.put("association", tenant);
        all.set("caseNumbers", Json.MAPPER.valueToTree(numbers));
        ObjectNode rows = all.putObject("tables");
        for (PersonTables.Table table : tables.all()) {
            rows.putArray(table.name()).addAll(tables.rows(table, same, numbers));
        }
        all.putArray("amongOthers").addAll(amongOthers.of(numbers));
        all.putArray("openTasks").addAll(openTasks.of(numbers));
        all.putArray("readers").addAll(readers.of(numbers));
        return all;
    }
}
