package dev.cairn.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Texts are read in whatever charset they were written in. */
class TextsTest {
    private static final String TEXT = "Grüße aus Köln: über die Brücke gehen, schöne Straße\n".repeat(4);

    @Test
    void charsetsAreFoundOut() {
        assertThat(Texts.of(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(Texts.of(TEXT.getBytes(Charset.forName("windows-1252")))).isEqualTo(TEXT);
        assertThat(Texts.of(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(Texts.of(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(TEXT);
        assertThat(Texts.of(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(TEXT);
        assertThat(Texts.of(("\uFEFF" + TEXT).getBytes(Charset.forName("UTF-32LE"))))
                .isEqualTo(TEXT);
        String japanese = "これは日本語の文章です。文字コードを判定します。".repeat(8);
        assertThat(Texts.of(japanese.getBytes(Charset.forName("Shift_JIS")))).isEqualTo(japanese);
    }

    /** As git has it: a NUL in the first 8,000 bytes. */
    @Test
    void aNulInTheBeginningIsNoText() {
        byte[] bytes = new byte[9_000];
        Arrays.fill(bytes, (byte) 'a');
        bytes[7_999] = 0;
        assertThat(Texts.of(bytes)).isNull();
        bytes[7_999] = 'a';
        bytes[8_000] = 0;
        assertThat(Texts.of(bytes)).hasSize(9_000);
        assertThat(Texts.of(new byte[0])).isEmpty();
    }
}
