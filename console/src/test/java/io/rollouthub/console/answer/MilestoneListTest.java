package io.rollouthub.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Known;
import io.rollouthub.explain.Journal;
import io.rollouthub.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Pages of the real programme's milestones, filtered and sorted. */
class MilestoneListTest {
    private final Board board = Known.of(Journal.npfit()).board();

    @Test
    void commitmentsStandAboveSitesAndTheWorstOfBothFirst() {
        List<String> order = List.of("MISSED", "AT_RISK", "SLIPPING", "ON_TRACK", "MET_LATE", "MET", "WITHDRAWN");
        List<Object> kinds = column(asked(), "kind");
        List<Object> courses = column(asked(), "course");
        int commitments = kinds.lastIndexOf("COMMITMENT") + 1;

        assertThat(commitments).isPositive().isLessThan(kinds.size());
        assertThat(kinds.subList(0, commitments)).containsOnly("COMMITMENT");
        for (List<Object> part :
                List.of(courses.subList(0, commitments), courses.subList(commitments, courses.size()))) {
            assertThat(part)
                    .extracting(Object::toString)
                    .isSortedAccordingTo((one, other) -> order.indexOf(one) - order.indexOf(other));
        }
        assertThat(courses).contains("MISSED", "ON_TRACK", "MET");
        assertThat(column(asked("course=MISSED"), "course")).isNotEmpty().containsOnly("MISSED");
    }

    @Test
    void byDueDateIfAskedFor() {
        assertThat(column(asked("sort=due"), "due")).hasSizeGreaterThan(5).isSorted();
        assertThat(column(asked("sort=due", "direction=desc"), "due"))
                .containsExactlyElementsOf(reversed(column(asked("sort=due"), "due")));
    }

    @Test
    void whatHasNoValueComesLastInBothDirections() {
        for (String direction : List.of("asc", "desc")) {
            List<Object> progress = column(asked("sort=progress", "direction=" + direction), "progress");
            int firstUnknown = progress.indexOf(null);
            assertThat(firstUnknown).isPositive();
            assertThat(progress.subList(firstUnknown, progress.size())).containsOnlyNulls();
        }
    }

    @Test
    void theWorstStatusComesFirst() {
        List<String> order = List.of("MISSED", "PENDING", "MET_LATE", "MET", "WITHDRAWN");

        assertThat(column(asked("sort=status"), "status"))
                .extracting(Object::toString)
                .isSortedAccordingTo((one, other) -> order.indexOf(one) - order.indexOf(other))
                .contains("MISSED", "PENDING", "MET");
    }

    @Test
    void aTextIsLookedForInNamesAndIdsWhateverTheirCase() {
        assertThat(column(asked("q=WESTON"), "milestone")).containsExactly("go-live/weston/millennium/R0");
        assertThat(column(asked("q=dozen-by"), "name"))
                .containsExactly("Twelve Millennium installations by the end of October 2006");
        assertThat(asked("q=no such thing")).containsEntry("total", 0).containsEntry("pages", 0);
    }

    @Test
    void filtersGoTogetherAndTheCountsByStatusLeaveOnlyTheStatusOut() {
        Map<String, Object> all = asked("kind=COMMITMENT");
        Map<String, Object> missed = asked("kind=COMMITMENT", "status=MISSED", "owner=fujitsu,bt");

        assertThat(column(missed, "status")).isNotEmpty().allSatisfy(one -> assertThat(one)
                .hasToString("MISSED"));
        assertThat(column(missed, "kind")).allSatisfy(one -> assertThat(one).hasToString("COMMITMENT"));
        assertThat(missed.get("statuses")).isEqualTo(all.get("statuses"));
        assertThat(asked("owner=bt")).containsEntry("total", 0);
    }

    @Test
    void pagesLaidSideBySideAreTheWholeList() {
        List<Object> whole = column(asked(), "id");
        Map<String, Object> first = asked("size=3", "page=1");
        int pages = (int) Objects.requireNonNull(first.get("pages"));

        assertThat(pages).isEqualTo((whole.size() + 2) / 3);
        List<Object> laid = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            laid.addAll(column(asked("size=3", "page=" + page), "id"));
        }
        assertThat(laid).isEqualTo(whole);
        assertThat(column(asked("size=3", "page=" + (pages + 1)), "id")).isEmpty();
    }

    @Test
    void aRowTellsHowManyAlertsAreOpenOnIt() {
        assertThat(column(asked("q=dozen-by"), "openAlerts")).containsExactly(1);
        assertThat(column(asked("q=dozen-by"), "ownerName")).containsExactly("Fujitsu");
    }

    private Map<String, Object> asked(String... parameters) {
        Map<String, List<String>> values = new HashMap<>();
        Arrays.stream(parameters)
                .map(parameter -> parameter.split("=", 2))
                .forEach(parameter -> values.put(parameter[0], List.of(parameter[1])));
        MilestoneList list = new MilestoneList(new Parameters(values));
        try {
            byte[] answer = Json.write(board.look(now -> list.of(now, "south")));
            return new ObjectMapper().readValue(answer, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object> column(Map<String, Object> answer, String name) {
        List<Object> column = new ArrayList<>();
        for (Object row : (List<?>) Objects.requireNonNull(answer.get("milestones"))) {
            column.add(((Map<?, ?>) row).get(name));
        }
        return column;
    }

    private static List<Object> reversed(List<Object> list) {
        List<Object> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
