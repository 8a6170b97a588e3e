package io.rollouthub.architecture;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which classes name which in their sources, a file taken as a whole. Compiled classes don't tell all of it: a constant is
 * copied to where it is used.
 */
final class SourceGraph {
    private static final Pattern NOT_CODE = Pattern.compile(String.join(
            "|",
            "\"\"\"[\\s\\S]*?\"\"\"",
            "\"(?:\\\\.|[^\"\\\\\\n])*\"",
            "'(?:\\\\.|[^'\\\\])+'",
            "//[^\\n]*",
            "/\\*[\\s\\S]*?\\*/"));
    private static final Pattern IMPORT = Pattern.compile("import\\s+(?:static\\s+)?([\\w.]+)\\s*;");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|record|enum|interface)\\s+(\\w+)");
    private static final Pattern NAMED = Pattern.compile("(?<![\\w.])((?:[a-z]\\w*\\.)*[A-Z]\\w*)");

    private final SortedMap<String, Set<String>> uses = new TreeMap<>();

    private SourceGraph() {}

    /**
     * The graph of some files.
     *
     * @param texts by full name of the class that the file is called after
     */
    static SourceGraph of(Map<String, String> texts) {
        SourceGraph graph = new SourceGraph();
        texts.forEach((name, text) -> graph.uses.put(name, used(name, text, texts.keySet())));
        return graph;
    }

    private static Set<String> used(String name, String text, Set<String> all) {
        String code = NOT_CODE.matcher(text).replaceAll(" ");
        Set<String> used = new HashSet<>();
        Set<String> elsewhere = found(DECLARED, code);
        for (String imported : found(IMPORT, code)) {
            elsewhere.add(imported.substring(imported.lastIndexOf('.') + 1));
            for (int end = imported.length(); end > 0; end = imported.lastIndexOf('.', end - 1)) {
                used.add(imported.substring(0, end)); // of something inside a class, the class
            }
        }
        for (String named : found(NAMED, IMPORT.matcher(code).replaceAll(" "))) {
            if (named.contains(".")) {
                used.add(named);
            } else if (!elsewhere.contains(named)) {
                used.add(name.substring(0, name.lastIndexOf('.') + 1) + named);
            }
        }
        used.retainAll(all);
        used.remove(name);
        return used;
    }

    private static Set<String> found(Pattern pattern, String code) {
        return pattern.matcher(code).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** The classes that lead back to themselves, those of one circle together. */
    Set<SortedSet<String>> circles() {
        return uses.keySet().stream()
                .map(this::circleOf)
                .filter(circle -> !circle.isEmpty())
                .collect(Collectors.toSet());
    }

    /** All that a class needs and that need it, itself among them; empty if it is in no circle. */
    private SortedSet<String> circleOf(String name) {
        return reachedFrom(name).stream()
                .filter(other -> reachedFrom(other).contains(name))
                .collect(Collectors.toCollection(TreeSet<String>::new));
    }

    private Set<String> reachedFrom(String name) {
        Set<String> reached = new HashSet<>();
        TreeSet<String> ahead = new TreeSet<>(uses.getOrDefault(name, Set.of()));
        for (String next = ahead.pollFirst(); next != null; next = ahead.pollFirst()) {
            if (reached.add(next)) {
                ahead.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
