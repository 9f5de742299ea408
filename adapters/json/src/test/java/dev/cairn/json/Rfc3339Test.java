package dev.cairn.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Rfc3339Test {
    private static final DateTimeFormatter LIBRARY = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    @Test
    void aTimeIsWrittenAsALibraryWouldAndReadAgain() {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        Random random = new Random(seed);
        assertSame(FIRST, seed);
        assertSame(LAST, seed);
        assertSame(Instant.EPOCH, seed);
        assertSame(Instant.EPOCH.minusNanos(1), seed);
        for (int i = 0; i < 10_000; i++) {
            assertSame(
                    Instant.ofEpochSecond(
                            random.nextLong(FIRST.getEpochSecond(), LAST.getEpochSecond()),
                            random.nextInt(1_000_000_000)),
                    seed);
        }
    }

    private static void assertSame(Instant time, long seed) {
        String text = Rfc3339.format(time);
        assertThat(text).as("%s, seed %d", time, seed).isEqualTo(LIBRARY.format(time));
        assertThat(Rfc3339.parse(text)).as("%s, seed %d", time, seed).isEqualTo(time.truncatedTo(ChronoUnit.MILLIS));
    }
}
