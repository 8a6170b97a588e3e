package io.rollouthub.hub.worker;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the {@link RunningConnect} of this JVM, which starts for the first test that wants it. */
public final class ConnectExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RunningConnect.class;
    }

    @Override
    public RunningConnect resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(ConnectExtension.class))
                .computeIfAbsent(RunningConnect.class, key -> RunningConnect.start(), RunningConnect.class);
    }
}
