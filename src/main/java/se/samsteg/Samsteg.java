package se.samsteg;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Samsteg. The README says how and as whom to log in. */
@SpringBootApplication
public class Samsteg {

    public static void main(String[] args) {
        SpringApplication.run(Samsteg.class, args);
    }
}
