package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;

@SamstegTest
class CaseLinkTest {

    @Autowired
    CaseLink link;

    @Autowired
    FilterService filters;

    @Test
    void theLinkOfALetterOpensTheCaseInTheFilterThatLeavesNothingOut() {
        URI opened =
                Objects.requireNonNull(link.tasks("SB-2026-0042").getHeaders().getLocation());

        String all = filters.createTaskFilterQuery()
                .filterName("Alla uppgifter")
                .singleResult()
                .getId();
        assertThat(opened.toString()).contains("SB-2026-0042").endsWith("&filter=" + all);
    }
}
