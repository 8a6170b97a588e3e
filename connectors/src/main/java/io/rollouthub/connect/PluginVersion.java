package io.rollouthub.connect;

import java.util.Objects;

/** The version that Connect shows of these plug-ins. */
public final class PluginVersion {
    /** As the jar's manifest says; without a jar there is none. */
    public static final String VERSION =
            Objects.requireNonNullElse(PluginVersion.class.getPackage().getImplementationVersion(), "not packaged");

    private PluginVersion() {}
}
