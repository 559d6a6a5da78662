package se.samsteg.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import se.samsteg.result.EarlierCases;

/**
 * Invented cases of the years before, so that the page of results has something to show: {@code demo/earlier-*.csv}, in which
 * {@code {y-1}} is the last year.
 */
@Component
@Profile("demo")
class DemoYears {

    private static final Logger LOG = LoggerFactory.getLogger(DemoYears.class);
    private static final Pattern YEAR = Pattern.compile("\\{y-([0-9]+)}");
    private static final Pattern FILE = Pattern.compile("earlier-(.+)\\.csv");

    private final EarlierCases earlier;
    private final Played played;
    private final Clock clock;

    DemoYears(EarlierCases earlier, Played played, Clock clock) {
        this.earlier = earlier;
        this.played = played;
        this.clock = clock;
    }

    /** Before the first case is played, and only where there is none. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE - 1)
    void takeOnce() {
        if (played.nothing()) {
            take().forEach((programme, cases) -> LOG.info("{} earlier cases of {} are counted", cases, programme));
        }
    }

    /** @return how many cases were taken in, by programme */
    Map<String, Integer> take() {
        Map<String, Integer> taken = new TreeMap<>();
        for (Resource file : files()) {
            var name = FILE.matcher(String.valueOf(file.getFilename()));
            if (name.matches()) {
                String programme = name.group(1);
                taken.put(programme, earlier.take(programme, text(file).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return taken;
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath:demo/earlier-*.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Resource file) {
        int year = LocalDate.now(clock).getYear();
        try {
            return YEAR.matcher(file.getContentAsString(StandardCharsets.UTF_8))
                    .replaceAll(back -> String.valueOf(year - Integer.parseInt(back.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
