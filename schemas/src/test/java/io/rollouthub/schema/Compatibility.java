package io.rollouthub.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * Whether data of a released schema can be read with the current one, unchanged in meaning.
 *
 * <p>Beyond Avro's own rules it finds what Avro reads without a word: a decimal whose scale has moved, an int that is no
 * date any more, an old enum word that turns into UNKNOWN. The journal holds old data for ever.
 */
final class Compatibility {
    private static final List<String> MEANING = List.of("logicalType", "precision", "scale");

    private final List<String> problems = new ArrayList<>();

    private Compatibility() {}

    /** What cannot be read any more, or not as it was meant; empty if all is well. Schemas must not be recursive. */
    static List<String> problems(Schema current, Schema released) {
        Compatibility compatibility = new Compatibility();
        SchemaCompatibility.checkReaderWriterCompatibility(current, released)
                .getResult()
                .getIncompatibilities()
                .forEach(found -> compatibility.add(found.getLocation(), found.getType() + " " + found.getMessage()));
        compatibility.compare(current, released, "");
        return compatibility.problems;
    }

    private void add(String path, String problem) {
        problems.add(path + ": " + problem);
    }

    private void compare(Schema current, Schema released, String path) {
        for (Schema then : branches(released)) {
            for (Schema now : branches(current)) {
                if (now.getFullName().equals(then.getFullName())) {
                    compareMeaning(now, then, path);
                    compareParts(now, then, path);
                }
            }
        }
    }

    private static List<Schema> branches(Schema schema) {
        return schema.isUnion() ? schema.getTypes() : List.of(schema);
    }

    private void compareMeaning(Schema now, Schema then, String path) {
        for (String property : MEANING) {
            if (!Objects.equals(now.getObjectProp(property), then.getObjectProp(property))) {
                add(path, property + " was " + then.getObjectProp(property) + ", is " + now.getObjectProp(property));
            }
        }
    }

    private void compareParts(Schema now, Schema then, String path) {
        switch (then.getType()) {
            case RECORD -> {
                for (Schema.Field was : then.getFields()) {
                    Schema.Field is = now.getField(was.name());
                    if (is != null) {
                        compare(is.schema(), was.schema(), path + "/" + was.name());
                    }
                }
            }
            case ENUM -> {
                List<String> lost = new ArrayList<>(then.getEnumSymbols());
                lost.removeAll(now.getEnumSymbols());
                if (!lost.isEmpty()) {
                    add(path, "words that old data holds are gone: " + lost);
                }
            }
            case ARRAY -> compare(now.getElementType(), then.getElementType(), path + "/items");
            case MAP -> compare(now.getValueType(), then.getValueType(), path + "/values");
            default -> {
                // Primitives are compared by Avro's own rules.
            }
        }
    }
}
