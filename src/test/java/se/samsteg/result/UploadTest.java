package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsteg.desk.Visit.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;
import se.samsteg.journey.World;

/** What can go wrong with a file of earlier cases on its way in: the lead is told, and nothing is half stored. */
@SamstegTest
class UploadTest {

    private static final String IMPORT = "camunda/api/samsteg/import?programme=samboradet";
    private static final String FILE = "case_number;programme;referred_on;cohort\n"
            + IntStream.rangeClosed(1, 1200)
                    .mapToObj("SB-2011-%04d;samboradet;2011-02-01;K1\n"::formatted)
                    .collect(Collectors.joining());

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    World world;

    private Visit lead;

    @BeforeEach
    void aLead() throws Exception {
        world.begin(LocalDate.now());
        lead = new Visit(port).logIn("projektledare1");
        lead.get("camunda/app/welcome/default/");
    }

    @AfterEach
    void nothingOfTheFileIsStored() {
        assertThat(jdbc.sql("select count(*) from counted_case")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from taken_number")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /**
     * Sends the head of a request and some of its body.
     *
     * @param length that the head promises
     * @return the first line of the answer; empty if the connection was closed without one
     */
    private String begun(long length, String some, boolean cut) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /%s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n%s\r\n%s"
                            .formatted(IMPORT, port, length, lead.headers(), some)
                            .getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (cut) {
                socket.shutdownOutput();
            }
            String first = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return first == null ? "" : first;
        }
    }

    @Test
    void aConnectionThatIsCutInTheMiddleStoresNothingAndTheNextFileIsTaken() throws Exception {
        String half = FILE.substring(0, FILE.length() / 2);
        assertThat(begun(FILE.length(), half, true)).contains("400");
        assertThat(text(lead.send("POST", IMPORT + "&dryRun=true", "text/csv", FILE.getBytes(StandardCharsets.UTF_8))))
                .contains("\"rows\":1200,\"new\":1200");
    }

    @Test
    void aFileOfTwoHundredMegabytesIsRefusedBeforeItIsSent() throws Exception {
        assertThat(begun(200L << 20, "", false)).contains("413");
    }

    @Test
    void aSecondImportIsToldToWait() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('samsteg.import'))")
                    .query()
                    .listOfRows();
            try {
                var answer = lead.send("POST", IMPORT, "text/csv", FILE.getBytes(StandardCharsets.UTF_8));
                assertThat(answer.statusCode()).isEqualTo(409);
                assertThat(text(answer)).contains("En annan import pågår.");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void anotherEncodingIsSaidInTheAnswer() throws Exception {
        var answer = lead.send(
                "POST", IMPORT, "text/csv", FILE.replace("K1", "Grupp å").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).contains("{\"line\":2,\"column\":null,\"message\":\"Filen är inte i UTF-8.");
    }

    @Test
    void aFormulaIsSaidAtItsCell() throws Exception {
        var answer = lead.send(
                "POST", IMPORT, "text/csv", FILE.replaceFirst("K1", "=1+1").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer))
                .contains("{\"line\":2,\"column\":\"cohort\",\"message\":\"Cellen börjar som en formel.");
    }
}
