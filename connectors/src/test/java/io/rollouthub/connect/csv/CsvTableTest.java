package io.rollouthub.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.connect.csv.CsvTable.Reject;
import io.rollouthub.connect.csv.CsvTable.Row;
import io.rollouthub.connect.csv.CsvTable.UnusableFileException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    private static final Layout USUAL = Layout.USUAL;

    @Test
    void cellsAreFoundByTheNamesOfTheirColumns() throws UnusableFileException {
        CsvTable table =
                read("\uFEFFSite,Planned\r\n\"Weston, General\",  31/10/2006 \r\n\r\n,\r\n\"say \"\"so\"\"\",\r\n");

        assertThat(table.rejects()).isEmpty();
        assertThat(table.rows())
                .containsExactly(
                        new Row(
                                2,
                                "\"Weston, General\",  31/10/2006 ",
                                Map.of("Site", "Weston, General", "Planned", "31/10/2006")),
                        new Row(5, "\"say \"\"so\"\"\",", Map.of("Site", "say \"so\"", "Planned", "")));
    }

    @Test
    void whatCannotBeReadIsRejectedAndTheRestGoesOn() throws UnusableFileException {
        CsvTable table = read("Site,Planned\na,b,c\n\"d\"e,f\ng\n\"h,i\nj,k\n");

        assertThat(table.rows()).extracting(Row::line).containsExactly(6);
        assertThat(table.rejects())
                .containsExactly(
                        new Reject(
                                2,
                                "the row has 3 cells, the header 2; quote a cell that holds the separator, and leave none out",
                                "a,b,c"),
                        new Reject(3, "there is text between a closing quote and the next separator", "\"d\"e,f"),
                        new Reject(
                                4,
                                "the row has 1 cells, the header 2; quote a cell that holds the separator, and leave none out",
                                "g"),
                        new Reject(
                                5, "a quote opens and does not close; double it if it is meant as a letter", "\"h,i"));
    }

    @Test
    void anotherLayoutIsReadAsTold() throws UnusableFileException {
        Layout layout = new Layout(Charset.forName("windows-1252"), ';', 2);
        byte[] bytes = "Go-live sheet\n\nSite;Name\nx;Zürich\n".getBytes(layout.charset());

        assertThat(CsvTable.read(bytes, layout, Set.of("Name")).rows())
                .containsExactly(new Row(4, "x;Zürich", Map.of("Site", "x", "Name", "Zürich")));
    }

    @Test
    void aFileWithoutItsColumnsIsOfNoUse() {
        assertThatThrownBy(() -> CsvTable.read(bytes("Site,Date\n"), USUAL, Set.of("Planned")))
                .hasMessage("there is no column \"Planned\"; columns are \"Site\", \"Date\"");
        assertThatThrownBy(() -> CsvTable.read(bytes("Planned,Planned\n"), USUAL, Set.of("Planned")))
                .hasMessage("there are two columns \"Planned\"; rename one");
        assertThatThrownBy(() -> CsvTable.read(bytes(""), USUAL, Set.of("Planned")))
                .hasMessage("there is no header; the file ends before line 1");
    }

    @Test
    void aFileInAnotherEncodingIsOfNoUse() {
        assertThatThrownBy(() -> CsvTable.read("Zürich".getBytes(StandardCharsets.ISO_8859_1), USUAL, Set.of()))
                .hasMessage("the file is not text in UTF-8; save it so, or change file.encoding of the mapping");
    }

    private static CsvTable read(String text) throws UnusableFileException {
        return CsvTable.read(bytes(text), USUAL, Set.of("Site", "Planned"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
