package io.rollouthub.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * All compiled classes of the project that this module sees, without tests: its own and those it builds on, but for
 * other people's that the registry client's jar holds under our name.
 */
final class OurClasses {
    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/io/rollouthub/registry/shaded/"))
            .importPackages("io.rollouthub");

    /** Records that Avro writes for us; they import what they like. */
    static final String[] GENERATED = {
        "io.rollouthub.event..",
        "io.rollouthub.journal..",
        "io.rollouthub.output..",
        "io.rollouthub.programme..",
        "io.rollouthub.state.."
    };

    private OurClasses() {}
}
