package io.rollouthub.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final TopicPartition INPUT = new TopicPartition("input", 0);
    private static final long SECOND = 1_000_000_000;

    @Test
    void theRateIsOfWhatWasCommittedBehindTheFirstProgress() {
        Course course = course(100, 100, 150, 250, 350, 350);

        assertThat(rate(course)).isEqualTo(100);
    }

    @Test
    void whatWasCommittedAllAtOnceIsCountedFromTheBeginning() {
        assertThat(rate(course(100, 100, 400))).isEqualTo(150);
    }

    /** Where it had committed to at each full second. */
    private static Course course(long... positions) {
        Course course = new Course(0, Map.of(INPUT, positions[0]));
        for (int second = 1; second < positions.length; second++) {
            course.then(second * SECOND, Map.of(INPUT, positions[second]));
        }
        return course;
    }

    private static double rate(Course course) {
        return course.rate(positions -> positions.getOrDefault(INPUT, 0L));
    }
}
