package io.rollouthub.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class OwnRecordsTest {
    @Test
    void ourRecordsAndEnumsAreReadIntoTheirClasses() {
        assertThat(OwnRecords.MODEL.getClass(GoLiveEvent.getClassSchema())).isEqualTo(GoLiveEvent.class);
        assertThat(OwnRecords.MODEL.getClass(GoLiveStatus.getClassSchema())).isEqualTo(GoLiveStatus.class);
    }

    @Test
    void aNameInOurPackageThatIsNoClassOfOursIsNone() {
        Schema stranger = Schema.createRecord("NoSuchRecord", null, "io.rollouthub.event", false);

        assertThat(OwnRecords.MODEL.getClass(stranger)).isNull();
    }

    @Test
    void avrosFastReaderReadsThem() {
        assertThat(OwnRecords.MODEL.isFastReaderEnabled()).isTrue();
    }
}
