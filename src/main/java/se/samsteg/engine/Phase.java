package se.samsteg.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/** A bean that BPMN and DMN expressions may call by its name. Nothing else of the application is visible to a model. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface Phase {

    /** The name that models use: the phase's one word. */
    @AliasFor(annotation = Component.class)
    String value();
}
