package io.rollouthub.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rollouthub.domain.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.junit.jupiter.api.Test;

/** What the ledger expects of a table, wherever its entries are kept. */
abstract class TableContract {
    /** An empty one. */
    abstract Table<String> table();

    @Test
    void aKeyThatWasNeverPutHasNoValue() {
        assertThat(table().get("a")).isNull();
    }

    @Test
    void theLastValuePutIsTheOneThatIsRead() {
        Table<String> table = table();
        table.put("a", "1");
        table.put("b", "2");
        table.put("a", "3");

        assertThat(table.get("a")).isEqualTo("3");
        assertThat(table.get("b")).isEqualTo("2");
        assertThat(keys(table, "", "~")).containsExactly("a", "b");
    }

    @Test
    void whatIsRemovedIsGoneAndCanBePutAgain() {
        Table<String> table = tableOf("a", "b");
        table.remove("a");

        assertThat(table.get("a")).isNull();
        assertThat(keys(table, "", "~")).containsExactly("b");

        table.put("a", "back");
        assertThat(table.get("a")).isEqualTo("back");
    }

    @Test
    void removingWhatIsNotThereChangesNothing() {
        Table<String> table = tableOf("a");
        table.remove("b");

        assertThat(keys(table, "", "~")).containsExactly("a");
    }

    @Test
    void anEmptyTextIsAValue() {
        Table<String> table = table();
        table.put("a", "");

        assertThat(table.get("a")).isEmpty();
        assertThat(table.range("a", "b", 1)).extracting(Entry::getValue).containsExactly("");
    }

    @Test
    void aRangeStartsWithItsFirstKeyAndStopsBeforeItsLast() {
        Table<String> table = tableOf("a", "b", "c", "d");

        assertThat(keys(table, "b", "d")).containsExactly("b", "c");
        assertThat(keys(table, "aa", "cc")).containsExactly("b", "c");
        assertThat(keys(table, "b", "b")).isEmpty();
        assertThat(keys(table, "d", "~")).containsExactly("d");
        assertThat(keys(table, "e", "~")).isEmpty();
    }

    @Test
    void aRangeGivesNoMoreThanIsAskedFor() {
        Table<String> table = tableOf("a", "b", "c");

        assertThat(table.range("a", "~", 2)).extracting(Entry::getKey).containsExactly("a", "b");
        assertThat(table.range("a", "~", 0)).isEmpty();
        assertThat(table.range("a", "c", 3)).extracting(Entry::getKey).containsExactly("a", "b");
    }

    @Test
    void aRangeGivesKeysWithTheirValues() {
        Table<String> table = tableOf("a", "b");

        assertThat(table.range("a", "~", 2)).containsExactly(entry("a"), entry("b"));
    }

    @Test
    void keysAreInOrderOfCodePoints() {
        List<String> ordered = new ArrayList<>();
        for (char c = ' '; c < '~'; c++) {
            ordered.add("x" + c);
            ordered.add("x" + c + "/y");
        }
        Table<String> table = table();
        for (int i = 0; i < ordered.size(); i++) {
            String key = ordered.get(i * 7 % ordered.size());
            table.put(key, valueOf(key));
        }

        assertThat(keys(table, "x", "y")).hasSize(ordered.size()).containsExactlyElementsOf(ordered);
    }

    @Test
    void aShorterKeyStandsBeforeThoseThatStartWithIt() {
        assertThat(keys(tableOf("ab", "a", "a/", "abc"), "a", "b")).containsExactly("a", "a/", "ab", "abc");
    }

    @Test
    void underAPathIsWhatStartsWithItAndNothingElse() {
        Table<String> table =
                tableOf("south", "south/", "south/a", "south/a/b", "south/~", "south-east/a", "south0", "t/");

        assertThat(table.under("south/"))
                .extracting(Entry::getKey)
                .containsExactly("south/", "south/a", "south/a/b", "south/~");
        assertThat(table.under("nowhere/")).isEmpty();
    }

    @Test
    void onlyAPathEndsInASlash() {
        assertThatIllegalArgumentException().isThrownBy(() -> table().under("south"));
    }

    @Test
    void aTableCanBeChangedWhileItsRangeIsGoneThrough() {
        Table<String> table = tableOf("a", "b", "c");

        for (Entry<String, String> entry : table.range("a", "~", Integer.MAX_VALUE)) {
            table.remove(entry.getKey());
            table.put("z" + entry.getKey(), entry.getValue());
        }

        assertThat(keys(table, "", "~")).containsExactly("za", "zb", "zc");
    }

    private Table<String> tableOf(String... keys) {
        Table<String> table = table();
        for (String key : keys) {
            table.put(key, valueOf(key));
        }
        return table;
    }

    private static Entry<String, String> entry(String key) {
        return Map.entry(key, valueOf(key));
    }

    private static String valueOf(String key) {
        return "value of " + key;
    }

    private static List<String> keys(Table<String> table, String from, String to) {
        return table.range(from, to, Integer.MAX_VALUE).stream()
                .map(Entry::getKey)
                .toList();
    }
}
