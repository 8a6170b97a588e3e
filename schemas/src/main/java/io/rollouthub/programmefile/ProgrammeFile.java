package io.rollouthub.programmefile;

import io.rollouthub.access.Access;
import io.rollouthub.check.ProgrammeFormat;
import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.text.Identifier;
import io.rollouthub.text.Quoted;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.yamlfile.Section;
import io.rollouthub.yamlfile.Value;
import io.rollouthub.yamlfile.YamlFile;
import io.rollouthub.yamlfile.YamlFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a programme file, YAML 1.2 in UTF-8: its keys, and what each of them means. */
public final class ProgrammeFile {
    private static final int MAX_FACTS = 100_000;
    private static final Thresholds DEFAULTS = new Thresholds(0.20, null, 30, 3, 35);

    private final Set<String> clusters = new LinkedHashSet<>();

    /**
     * What a file says.
     *
     * @param access who comes to Kafka as whom; no part of the programme, as no result depends on it
     */
    public record Whole(Programme programme, Access access) {}

    private ProgrammeFile() {}

    /** Reads a file; {@link ProgrammeFileException} with every mistake, also if it is missing or cannot be read. */
    public static Programme read(Path file) {
        return readWhole(file).programme();
    }

    /** Reads all that a file says; throws as {@link #read}. */
    public static Whole readWhole(Path file) {
        try {
            return YamlFile.read(file, new ProgrammeFile()::whole);
        } catch (YamlFileException e) {
            throw new ProgrammeFileException(e.mistakes());
        }
    }

    /** Reads the text of a file, of which the name is for messages; throws as {@link #read}. */
    public static Programme parse(String text, String name) {
        try {
            return YamlFile.parse(text, name, new ProgrammeFile()::whole).programme();
        } catch (YamlFileException e) {
            throw new ProgrammeFileException(e.mistakes());
        }
    }

    /** What the whole file says; of use only if no mistakes were noted. */
    private Whole whole(Value file) {
        Section section = new Section(
                file,
                List.of("programme", "name", "zone", "clusters", "suppliers"),
                List.of("thresholds", "limits", "access"));
        Programme programme = Programme.newBuilder()
                .setProgramme(section.read("programme", Value::identifier).orElse(""))
                .setName(section.read("name", Value::text).orElse(""))
                .setZone(section.read("zone", ProgrammeFile::zone).orElse(""))
                .setClusters(section.read("clusters", this::clusters).orElse(List.of()))
                .setSuppliers(section.read("suppliers", this::suppliers).orElse(List.of()))
                .setThresholds(
                        section.read("thresholds", ProgrammeFile::thresholds).orElse(DEFAULTS))
                .setMaxFacts(section.read("limits", ProgrammeFile::maxFacts).orElse(MAX_FACTS))
                .setFormat(ProgrammeFormat.CURRENT)
                .build();
        AccessSection rights = new AccessSection(programme.getSuppliers().stream()
                .map(Supplier::getSupplier)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        return new Whole(programme, section.read("access", rights::read).orElseGet(() -> rights.read(null)));
    }

    private static Integer maxFacts(Value limits) {
        return limits.isNothing()
                ? Integer.valueOf(MAX_FACTS)
                : new Section(limits, List.of(), List.of("max-facts"))
                        .read("max-facts", count -> count.wholeNumber(1))
                        .orElse(MAX_FACTS);
    }

    private static String zone(Value value) {
        String zone = value.text();
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            if (!zone.isEmpty()) {
                value.mistake("no zone " + Quoted.of(zone)
                        + "; give an IANA name such as Europe/London, or an offset such as +01:00");
            }
        }
        return zone;
    }

    private List<Cluster> clusters(Value value) {
        List<Cluster> read = new ArrayList<>();
        identified(value).forEach((id, name) -> {
            clusters.add(id);
            read.add(new Cluster(id, name.text()));
        });
        return read;
    }

    private List<Supplier> suppliers(Value value) {
        List<Supplier> read = new ArrayList<>();
        Map<String, Value> all = identified(value);
        all.forEach((id, supplier) -> {
            if (id.equals(SupplierTopics.UNKNOWN)) {
                supplier.mistake(
                        Quoted.of(id) + " is taken: it names the topic for what suppliers outside the programme send");
            }
            Section section = new Section(supplier, List.of("name", "clusters"), List.of("may-be-reported-by"));
            read.add(Supplier.newBuilder()
                    .setSupplier(id)
                    .setName(section.read("name", Value::text).orElse(""))
                    .setClusters(
                            section.read("clusters", this::clustersOfSupplier).orElse(List.of()))
                    .setMayBeReportedBy(section.read("may-be-reported-by", list -> reporters(list, id, all.keySet()))
                            .orElse(List.of()))
                    .build());
        });
        return read;
    }

    /** Who else may report on a supplier's commitments. */
    private static List<String> reporters(Value value, String supplier, Set<String> suppliers) {
        List<Value> items = value.items();
        items.stream()
                .filter(item -> item.text().equals(supplier))
                .forEach(own -> own.mistake("a supplier may report on its own commitments without that"));
        return names(items, "supplier", suppliers);
    }

    /** Names of what there is of a kind, each given once; where nothing is known of it, that is the one mistake to mend first. */
    private static List<String> names(List<Value> items, String kind, Collection<String> known) {
        Set<String> seen = new HashSet<>();
        List<String> read = new ArrayList<>();
        for (Value item : items) {
            String name = item.text();
            if (!name.isEmpty() && !known.isEmpty() && !known.contains(name)) {
                item.mistake("no " + kind + " " + Quoted.of(name) + "; " + kind + "s are " + Quoted.list(known));
            } else if (!name.isEmpty() && !seen.add(name)) {
                item.mistake(Quoted.of(name) + " is given twice");
            }
            read.add(name);
        }
        return read;
    }

    /** At least one entry, each under an identifier. */
    private static Map<String, Value> identified(Value value) {
        Map<String, Value> entries = value.entries();
        if (entries.isEmpty() && value.isMapping()) {
            value.mistake("there must be at least one");
        }
        entries.forEach((id, entry) -> {
            if (!Identifier.isValid(id)) {
                entry.mistake(Quoted.of(id) + " is no identifier; one is " + Identifier.RULE);
            }
        });
        return entries;
    }

    private List<String> clustersOfSupplier(Value value) {
        List<Value> items = value.items();
        if (items.isEmpty() && value.isList()) {
            value.mistake("there must be at least one; a supplier that reports on none is left out");
        }
        return names(items, "cluster", clusters);
    }

    private static Thresholds thresholds(Value value) {
        if (value.isNothing()) {
            return DEFAULTS;
        }
        Section section = new Section(
                value,
                List.of(),
                List.of("at-risk-below", "at-risk-clear", "slip-days", "slip-count", "silent-after-days"));
        double below = section.read("at-risk-below", ProgrammeFile::below).orElse(DEFAULTS.getAtRiskBelow());
        return new Thresholds(
                below,
                section.read("at-risk-clear", clear -> clear(clear, below)).orElse(null),
                section.read("slip-days", days -> days.wholeNumber(1)).orElse(DEFAULTS.getSlipDays()),
                section.read("slip-count", count -> count.wholeNumber(1)).orElse(DEFAULTS.getSlipCount()),
                section.read("silent-after-days", days -> days.wholeNumber(1)).orElse(DEFAULTS.getSilentAfterDays()));
    }

    private static double clear(Value value, double below) {
        double clear = value.share();
        if (clear < below) {
            value.mistake("must not be less than at-risk-below, which is " + below);
        }
        return clear;
    }

    private static double below(Value value) {
        double below = value.share();
        if (below == 1) {
            value.mistake("must be less than 1");
        }
        return below;
    }
}
