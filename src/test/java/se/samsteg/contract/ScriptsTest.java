package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import se.samsteg.Npm;

/** Every script, in the web applications, the tests and the documentation, is as Biome ({@code biome.json}) wants it. */
class ScriptsTest {

    @Test
    void scriptsAreFormattedAndHaveNoFaultThatBiomeFinds() throws IOException, InterruptedException {
        Npm.assumeInstalled("scripts are not checked");
        Npm samsteg = new Npm(Path.of("."));
        samsteg.install();
        var check = samsteg.run("run", "--silent", "check", "--", "--colors=off");
        assertThat(check.exitCode())
                .as("npm run check (npm run format mends what it can):%n%s", check.output())
                .isZero();
    }
}
