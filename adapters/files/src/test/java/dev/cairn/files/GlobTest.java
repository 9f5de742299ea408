package dev.cairn.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No pattern takes for ever: whoever clones a repository did not write its rules. */
class GlobTest {
    private static boolean matches(String glob, String path) {
        byte[] pattern = glob.getBytes(StandardCharsets.UTF_8);
        return new Glob(pattern, 0, path.getBytes(StandardCharsets.UTF_8), 0, true).matches();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void patternsThatFailInManyWaysFailSoon() {
        assertThat(matches("*a".repeat(100) + "b", "a".repeat(1_500))).isFalse();
        assertThat(matches("**/".repeat(100) + "b", "a/".repeat(700))).isFalse();
        assertThat(matches("**/a*".repeat(50) + "**/b", "a/".repeat(700))).isFalse();
        assertThat(matches("**/".repeat(100) + "b", "a/".repeat(700) + "b")).isTrue();
    }
}
