package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** I6: times, as they are written. */
class FileTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z,2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.123456789-08:00,2026-01-02T11:04:05.123Z",
        "2026-01-02T03:04:05+0100,2026-01-02T02:04:05Z",
        "2026-01-02T03:04:05+01,2026-01-02T02:04:05Z",
        "2026-01-02t03:04:05z,2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05,2026-01-02T03:04:05Z",
        "2026-01-02T03:04,2026-01-02T03:04:00Z",
        "2026-01-02 03:04:05.5,2026-01-02T03:04:05.500Z",
        "2026-01-02 03:04:05 -0800,2026-01-02T11:04:05Z",
        "2026-01-02 03:04:05 UTC,2026-01-02T03:04:05Z",
        "2026-01-02,2026-01-02T00:00:00Z",
        "1970-01-01T00:00:00Z,1970-01-01T00:00:00Z",
        "1969-12-31T23:00:00-01:00,1970-01-01T00:00:00Z",
        "9999-12-30T23:59:59.999Z,9999-12-30T23:59:59.999Z"
    })
    void aTimeWithoutAnOffsetIsUtcAndADateIsItsMidnight(String written, Instant read) {
        assertThat(FileTime.read(JsonNodeFactory.instance.textNode(written))).isEqualTo(read);
    }

    /** IMP-3: never moved to another moment. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "1970-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59.999Z",
                "9999-12-31T23:59:59-01:00",
                "+10000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59-18:00",
                "2026-02-30",
                "2026-01-02T25:00:00Z",
                "2026-01-02T23:59:60Z",
                "tomorrow",
                "",
                "2026",
                "2026-01",
                "12:00",
                "2026-01-02T03:04:05+99:00"
            })
    void aTimeThatIsNoneOrCannotBeKeptIsNotRead(String written) {
        assertThat(FileTime.read(JsonNodeFactory.instance.textNode(written))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1767323045,2026-01-02T03:04:05Z",
        "1767323045123,2026-01-02T03:04:05.123Z",
        "0,",
        "2026,",
        "-1767323045,",
        "9223372036854775807,"
    })
    void aNumberIsSecondsOrMillisecondsWhereItCanBe(long written, Instant read) {
        assertThat(FileTime.read(JsonNodeFactory.instance.numberNode(written))).isEqualTo(read);
    }

    @RepeatedTest(50)
    void timesWrittenAreTimesRead() {
        long seed = System.nanoTime();
        Instant time = Instant.ofEpochMilli(new Random(seed).nextLong(253_402_214_400_000L));
        assertThat(FileTime.read(JsonNodeFactory.instance.textNode(time.toString())))
                .as("seed %d", seed)
                .isEqualTo(time);
    }
}
