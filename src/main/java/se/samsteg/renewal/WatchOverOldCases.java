package se.samsteg.renewal;

import org.springframework.stereotype.Component;
import se.samsteg.migration.AddedToCases;

/** Cases that were opened before there was a watch over consents get one. */
@Component
class WatchOverOldCases implements AddedToCases {

    private final Watch watch;

    WatchOverOldCases(Watch watch) {
        this.watch = watch;
    }

    @Override
    public String kind() {
        return "renewal-watch";
    }

    @Override
    public void add(String caseNumber) {
        watch.addTo(caseNumber);
    }
}
