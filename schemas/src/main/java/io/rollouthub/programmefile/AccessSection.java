package io.rollouthub.programmefile;

import io.rollouthub.access.Access;
import io.rollouthub.access.Role;
import io.rollouthub.access.SupplierAccess;
import io.rollouthub.text.Quoted;
import io.rollouthub.yamlfile.Section;
import io.rollouthub.yamlfile.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the part of a programme file that says who comes to Kafka as whom; what it leaves out is as usual. */
record AccessSection(Set<String> suppliers) {
    private static final String SUPPLIERS = "suppliers";
    private static final String WILDCARD = "*";

    /** What it says; null where there is no such part. */
    Access read(@Nullable Value access) {
        Optional<Section> section = access == null || access.isNothing()
                ? Optional.empty()
                : Optional.of(new Section(access, List.of(), keys()));
        Map<String, SupplierAccess> bySupplier = new HashMap<>();
        suppliers.forEach(supplier -> bySupplier.put(supplier, SupplierAccess.usual(supplier)));
        section.flatMap(all -> all.read(SUPPLIERS, this::ofSuppliers)).ifPresent(bySupplier::putAll);
        Map<Role, List<String>> byRole = new EnumMap<>(Role.class);
        for (Role role : Role.ofHub()) {
            byRole.put(
                    role,
                    section.flatMap(all -> all.read(role.word(), AccessSection::principals))
                            .orElse(role.usual()));
        }
        if (access != null) {
            refuseShared(access, bySupplier, byRole);
        }
        return new Access(bySupplier, byRole);
    }

    private static List<String> keys() {
        return Stream.concat(Stream.of(SUPPLIERS), Role.ofHub().stream().map(Role::word))
                .toList();
    }

    private Map<String, SupplierAccess> ofSuppliers(Value value) {
        Map<String, SupplierAccess> read = new HashMap<>();
        value.entries().forEach((id, supplier) -> {
            if (!suppliers.contains(id)) {
                supplier.mistake("no supplier " + Quoted.of(id) + "; suppliers are " + Quoted.list(suppliers));
            }
            read.put(id, ofSupplier(id, supplier));
        });
        return read;
    }

    private static SupplierAccess ofSupplier(String id, Value value) {
        SupplierAccess usual = SupplierAccess.usual(id);
        Section section =
                new Section(value, List.of(), List.of("principals", "bytes-per-second", "request-percentage"));
        return new SupplierAccess(
                section.read("principals", AccessSection::principals).orElse(usual.principals()),
                section.read("bytes-per-second", bytes -> bytes.wholeNumber(1)).orElse(usual.bytesPerSecond()),
                section.read("request-percentage", share -> share.wholeNumber(1))
                        .orElse(usual.requestPercentage()));
    }

    private static List<String> principals(Value value) {
        List<String> read = new ArrayList<>();
        for (Value item : value.items()) {
            String principal = item.text();
            String name =
                    principal.startsWith(SupplierAccess.USER) ? principal.substring(SupplierAccess.USER.length()) : "";
            if (!principal.isEmpty() && (name.isBlank() || name.equals(WILDCARD))) {
                item.mistake(Quoted.of(principal) + " is nobody whom Kafka knows; name one such as User:bt");
            } else if (read.contains(principal)) {
                item.mistake(Quoted.of(principal) + " is given twice");
            }
            read.add(principal);
        }
        return read;
    }

    /** A supplier who comes as somebody else has that one's rights too. */
    private static void refuseShared(
            Value access, Map<String, SupplierAccess> bySupplier, Map<Role, List<String>> byRole) {
        Map<String, String> owners = new HashMap<>();
        byRole.forEach((role, all) -> all.forEach(principal -> owners.put(principal, role.word())));
        new TreeMap<>(bySupplier).forEach((supplier, one) -> {
            for (String principal : one.principals()) {
                String other = owners.put(principal, "supplier " + supplier);
                if (other != null) {
                    access.mistake(Quoted.of(principal) + " is both supplier " + supplier + " and " + other
                            + "; a supplier comes as nobody else");
                }
            }
        });
    }
}
