package se.samsteg.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.form.Refused;
import se.samsteg.person.Person;
import se.samsteg.programme.Programmes;

/** Commits for real, since only then do two transactions meet; takes its rows away after. */
@SamstegTest
class ConcurrentStaffingTest {

    @Autowired
    Groups groups;

    @Autowired
    GroupPlaces places;

    @Autowired
    CaseFiles cases;

    @Autowired
    Programmes programmes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final List<String> waiting = new ArrayList<>();
    private final List<String> planned = new ArrayList<>();

    private String waitingCase(int n) {
        String caseNumber = cases.open(
                        programmes.get("samboradet"),
                        new Person(
                                UUID.randomUUID(),
                                null,
                                "väntar på nummer",
                                null,
                                "Deltagare" + n,
                                "Ek",
                                "woman",
                                "0127",
                                null,
                                null,
                                false,
                                null,
                                null,
                                null,
                                null,
                                false),
                        "handlaggare.soc",
                        "soc")
                .caseNumber();
        places.await(caseNumber, "samboradet", "halsogrupp");
        waiting.add(caseNumber);
        return caseNumber;
    }

    private String group() {
        GroupPlan plan = new GroupPlan(
                null,
                "halsogrupp",
                false,
                null,
                "Folkets hus",
                LocalDate.of(2030, 1, 7),
                List.of("monday", "thursday"),
                "09:30",
                10,
                12);
        String number = groups.create(programmes.get("samboradet"), plan, "gruppcoach.ett");
        planned.add(number);
        return number;
    }

    @AfterEach
    void takeAway() {
        String[] all = waiting.toArray(String[]::new);
        List<UUID> persons = jdbc.sql("select person from case_file where case_number = any(:all)")
                .param("all", all)
                .query(UUID.class)
                .list();
        jdbc.sql("delete from group_place where case_number = any(:all)")
                .param("all", all)
                .update();
        jdbc.sql("delete from case_file where case_number = any(:all)")
                .param("all", all)
                .update();
        jdbc.sql("delete from person where id in (:persons)")
                .param("persons", persons)
                .update();
        jdbc.sql("delete from programme_group where number in (:planned)")
                .param("planned", planned)
                .update();
    }

    /** @return whether it was let through */
    private Callable<Boolean> staffing(CyclicBarrier together, String number, List<String> chosen) {
        return () -> Objects.requireNonNull(transaction.execute(status -> {
            try {
                together.await();
                places.staff(number, chosen);
                return true;
            } catch (Refused refused) {
                status.setRollbackOnly();
                return false;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private static long letThrough(List<Callable<Boolean>> attempts) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(attempts.size());
        try {
            long passed = 0;
            for (Future<Boolean> attempt : pool.invokeAll(attempts)) {
                passed += attempt.get() ? 1 : 0;
            }
            return passed;
        } finally {
            pool.shutdown();
        }
    }

    @RepeatedTest(5)
    void twoWhoStaffAGroupAtOnceNeverExceedTwelve() throws Exception {
        String number = group();
        List<String> candidates =
                IntStream.range(0, 20).mapToObj(this::waitingCase).toList();
        CyclicBarrier together = new CyclicBarrier(4);

        long passed = letThrough(IntStream.range(0, 4)
                .mapToObj(n -> staffing(together, number, candidates.subList(n * 5, n * 5 + 5)))
                .toList());

        assertThat(passed).isEqualTo(2);
        assertThat(places.members(number)).hasSize(10);
        assertThat(places.members(number)).extracting(GroupPlaces.Member::seat).doesNotHaveDuplicates();
    }

    @Test
    void noParticipantIsPlacedInTwoGroupsThatAreStaffedAtOnce() throws Exception {
        String one = group();
        String other = group();
        List<String> chosen = IntStream.range(0, 6).mapToObj(this::waitingCase).toList();
        CyclicBarrier together = new CyclicBarrier(2);

        long passed = letThrough(List.of(staffing(together, one, chosen), staffing(together, other, chosen)));

        assertThat(passed).isEqualTo(1);
        assertThat(places.members(one).size() + places.members(other).size()).isEqualTo(6);
    }
}
