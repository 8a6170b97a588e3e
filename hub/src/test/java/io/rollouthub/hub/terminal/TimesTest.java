package io.rollouthub.hub.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final Instant SUMMER = Instant.parse("2006-08-31T23:00:00Z");
    private static final Instant WINTER = Instant.parse("2006-11-01T00:00:00Z");

    private final Times london = new Times(ZoneId.of("Europe/London"));

    @Test
    void aTimeIsThatOfTheZoneWithItsName() {
        assertThat(london.print(SUMMER)).isEqualTo("2006-09-01 00:00 BST");
        assertThat(london.print(WINTER)).isEqualTo("2006-11-01 00:00 GMT");
        assertThat(new Times(ZoneId.of("Asia/Tokyo")).print(SUMMER)).isEqualTo("2006-09-01 08:00 JST");
        assertThat(new Times(ZoneId.of("UTC")).print(SUMMER)).isEqualTo("2006-08-31 23:00 UTC");
    }

    @Test
    void instantsOfASentenceAreWrittenSoAndItsDatesStay() {
        assertThat(london.sentence("silent since 2006-08-31T23:00:00.250Z, due 2006-10-31"))
                .isEqualTo("silent since 2006-09-01 00:00 BST, due 2006-10-31");
    }

    @Test
    void instantsStayForWhoeverWantsThem() {
        assertThat(Times.UTC.print(SUMMER)).isEqualTo("2006-08-31T23:00:00Z");
        assertThat(Times.UTC.sentence("since 2006-08-31T23:00:00Z")).isEqualTo("since 2006-08-31T23:00:00Z");
    }
}
