package se.samsteg.draft;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link StartDrafts} work at night. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DraftSetup {}
