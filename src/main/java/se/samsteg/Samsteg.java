package se.samsteg;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import se.samsteg.prod.StartCheck;

/** Starts Samsteg. The README says how and as whom to log in. */
@SpringBootApplication
public class Samsteg {

    public static void main(String[] args) {
        var samsteg = new SpringApplication(Samsteg.class);
        samsteg.addInitializers(new StartCheck());
        samsteg.run(args);
    }
}
