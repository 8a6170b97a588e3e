package io.rollouthub.yamlfile;

import io.rollouthub.text.Blank;
import io.rollouthub.text.Identifier;
import io.rollouthub.text.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in the file. What it is asked for and is not becomes a mistake; a stand-in is returned, so that reading goes
 * on and finds the other mistakes too.
 *
 * @param key the path to it, such as {@code suppliers.bt.name}
 * @param line the one of its key, from 1
 */
public record Value(String key, int line, Node node, Mistakes mistakes) {

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** Notes that this value is not as it should be; the sentence follows the key. */
    public void mistake(String sentence) {
        mistakes.add(line, key, sentence);
    }

    /** A text that says something; of numbers and the like, what is written in the file. */
    public String text() {
        if (node instanceof ScalarNode scalar && !isNothing() && !Blank.isBlank(scalar.getValue())) {
            return scalar.getValue();
        }
        mistake("expected a text, found " + found());
        return "";
    }

    /** A text that keeps the rule of identifiers. */
    public String identifier() {
        if (node instanceof ScalarNode scalar && !isNothing() && !Identifier.isValid(scalar.getValue())) {
            mistake(found() + " is no identifier; one is " + Identifier.RULE);
            return scalar.getValue();
        }
        return text();
    }

    /** A whole number from the given one up. */
    public int wholeNumber(int min) {
        if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.INT)) {
            try {
                int number = Integer.parseInt(scalar.getValue());
                if (number >= min) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Too large for an int, or tagged as a number without being one: refused below like any other.
            }
        }
        mistake("expected a whole number from " + min + " to " + Integer.MAX_VALUE + ", found " + found());
        return min;
    }

    /** A number from 0 to 1. */
    public double share() {
        boolean isNumber = node.getTag().equals(Tag.FLOAT) || node.getTag().equals(Tag.INT);
        if (node instanceof ScalarNode scalar && isNumber) {
            try {
                double number = Double.parseDouble(scalar.getValue());
                if (number >= 0 && number <= 1) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // YAML's .inf and .nan: refused below like any other.
            }
        }
        mistake("expected a number from 0 to 1, found " + found());
        return 0;
    }

    /** The elements of a list, under the list's own key. */
    public List<Value> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new Value(key, lineOf(item), item, mistakes))
                    .toList();
        }
        mistake("expected a list such as [a, b], found " + found());
        return List.of();
    }

    /** The values of a mapping by their keys, in the order of the file. */
    public Map<String, Value> entries() {
        Map<String, Value> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            mistake("expected keys with values, found " + found());
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            int keyLine = lineOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                mistakes.add(keyLine, key, "expected a text as key, found a list or keys with values");
                continue;
            }
            Value value = new Value(keyOf(name.getValue()), keyLine, tuple.getValueNode(), mistakes);
            Value first = entries.putIfAbsent(name.getValue(), value);
            if (first != null) {
                value.mistake("is given twice, first on line " + first.line);
            }
        }
        return entries;
    }

    /** The path to what stands below this value under a name. */
    String keyOf(String name) {
        String shown = Identifier.isValid(name) ? name : Quoted.of(name);
        return key.isEmpty() ? shown : key + "." + shown;
    }

    /** Whether it has keys of its own. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Whether it is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether nothing stands behind the key. */
    public boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    private String found() {
        if (isNothing()) {
            return "nothing";
        }
        if (node instanceof ScalarNode scalar) {
            return Quoted.of(scalar.getValue());
        }
        return node instanceof SequenceNode ? "a list" : "keys with values";
    }
}
