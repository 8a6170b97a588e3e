package io.rollouthub.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The parameter of a random test that says where it begins: a {@code long}, another one each time unless {@code
 * -Drollout.seed} gives it. A test that fails tells its seed.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Seed.Seeds.class)
public @interface Seed {

    /** Gives random tests their seed, and tells the seed of one that fails, in the failure itself. */
    final class Seeds implements ParameterResolver, TestExecutionExceptionHandler {
        private static final String PROPERTY = "rollout.seed";
        private static final Namespace OURS = Namespace.create(Seeds.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.isAnnotated(Seed.class) && parameter.getParameter().getType() == long.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getStore(OURS)
                    .computeIfAbsent(PROPERTY, name -> given(System.getProperty(name, "")), Long.class);
        }

        private static long given(String asked) {
            return asked.isBlank() ? System.nanoTime() : Long.parseLong(asked);
        }

        @Override
        public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
            failure.addSuppressed(new Repeat(test.getStore(OURS).getOrDefault(PROPERTY, Long.class, 0L)));
            throw failure;
        }

        /** The line below a failure that says how to have it again. */
        private static final class Repeat extends Exception {
            private static final long serialVersionUID = 1;

            Repeat(long seed) {
                super("-D" + PROPERTY + "=" + seed + " repeats it", null, false, false);
            }
        }
    }
}
