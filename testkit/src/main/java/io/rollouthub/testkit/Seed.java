package io.rollouthub.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The parameter of a random test that says where it begins: a {@code long}, another one each time unless {@code
 * -Drollout.seed} gives it. A test that fails tells its seed.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Seeds.class)
public @interface Seed {}
