package se.samsteg.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

/** A wrong value in a programme's file is told with file, line and key, so that the administrator finds it. */
class ProgrammeFileTest {

    private static final Path SAMBORADET = Path.of("src/main/resources/programmes/samboradet.yml");

    private static Settings read(String text) {
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            return new ProgrammeFile(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
                        @Override
                        public String getFilename() {
                            return "wrong.yml";
                        }
                    })
                    .read(validators.getValidator());
        }
    }

    private static String changed(String from, String to) throws IOException {
        String text = Files.readString(SAMBORADET);
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private static int line(String text, String part) {
        List<String> lines = text.lines().toList();
        return lines.indexOf(lines.stream()
                        .filter(line -> line.contains(part))
                        .findFirst()
                        .orElseThrow())
                + 1;
    }

    private static void isRefused(String text, String at, String... says) {
        assertThatIllegalStateException()
                .isThrownBy(() -> read(text))
                .withMessageContaining("programmes/wrong.yml, line " + line(text, at) + ":")
                .satisfies(refused -> assertThat(refused.getMessage()).contains(says));
    }

    @Test
    void aRightFileIsRead() throws IOException {
        assertThat(read(Files.readString(SAMBORADET)).name()).isEqualTo("SamBorådet");
    }

    @Test
    void aWordThatIsNoKeyIsTold() throws IOException {
        isRefused(changed("places: 50", "places: 50\nplases: 60"), "plases: 60", "plases");
    }

    @Test
    void aPeriodThatIsNoneIsTold() throws IOException {
        isRefused(changed("talkEvery: P2W", "talkEvery: two weeks"), "talkEvery: two weeks", "coaching.talkEvery");
    }

    @Test
    void aValueOutOfItsBoundsIsTold() throws IOException {
        isRefused(changed("places: 50", "places: 0"), "places: 0", "places");
    }

    @Test
    void aValueInsideAListIsTold() throws IOException {
        isRefused(changed("name: Samhälls- och arbetslivsorientering", "name: \"\""), "name: \"\"", "ladder.1.name");
    }

    @Test
    void aValueOfATaskIsTold() throws IOException {
        isRefused(
                changed("groups:\n", "groups: []\nxgroups:\n").replaceAll("(?s)xgroups:.*", ""),
                "groups: []",
                "groups");
    }

    @Test
    void workOfARoleThatTheProgrammeDoesNotHaveIsTold() throws IOException {
        isRefused(changed("  employment-consultant: Arbetsmarknadskonsulent\n", ""), "staffing:", "some of the roles");
        isRefused(changed("  approval: programme-lead", "  approval: coach"), "approval: coach", "staffing.approval");
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> read(changed("places: 50", "places: [50")))
                .withMessageMatching("(?s)programmes/wrong\\.yml, line \\d+: .*");
    }
}
