package io.rollouthub.hub.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that need a container engine, something to build the hub's image on, and further images; else skipped. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("docker")
@ExtendWith(ImagesCondition.class)
@interface NeedsImages {
    /** Those besides the hub's own. */
    String[] value() default {};
}
