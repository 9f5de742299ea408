package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.TrackerFormat;
import dev.cairn.domain.error.Invalid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** I6: encodings and ends of lines, in all formats. */
class EncodingTest {
    private static final String HEADER =
            "{\"cairn\":1,\"project\":{\"key\":\"CRN\",\"name\":\"n\",\"settings\":{\"autoCompleteTickets\":true}}}";
    private static final Map<TrackerFormat, String> FILES = Map.of(
            Samples.BEADS,
            lines("{\"id\":\"%s\",\"title\":\"é%s 😀 日本\"}", ""),
            Samples.TASK_MASTER,
            "{\"t\":{\"tasks\":[\n"
                    + lines("{\"id\":\"%s\",\"title\":\"é%s 😀 日本\"},", "{\"id\":\"z\",\"title\":\"é\"}") + "]}}",
            new CairnFormat(),
            HEADER + "\n" + lines("{\"ticket\":{\"externalId\":\"%s\",\"title\":\"é%s 😀 日本\"}}", ""));

    /** Long enough for several pieces of any buffer. */
    private static String lines(String line, String end) {
        StringBuilder file = new StringBuilder();
        IntStream.range(0, 2_000).forEach(i -> file.append(line.formatted(i, i)).append('\n'));
        return file + end;
    }

    static Stream<Arguments> encodings() {
        List<Arguments> all = new ArrayList<>();
        for (TrackerFormat format : FILES.keySet()) {
            for (String end : List.of("\n", "\r\n", "\r")) {
                all.add(Arguments.of(format, end, StandardCharsets.UTF_8, ""));
                all.add(Arguments.of(format, end, StandardCharsets.UTF_8, "\uFEFF"));
                all.add(Arguments.of(format, end, StandardCharsets.UTF_16LE, "\uFEFF"));
                all.add(Arguments.of(format, end, StandardCharsets.UTF_16BE, "\uFEFF"));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void theSameTextIsTheSameFileInEveryEncoding(TrackerFormat format, String end, Charset charset, String mark) {
        String text = String.valueOf(FILES.get(format));
        List<ImportedTicket> plain = Collected.of(format, text).tickets;
        Collected all = Collected.of(format, (mark + text.replace("\n", end)).getBytes(charset));
        assertThat(all.tickets).isEqualTo(plain).hasSizeGreaterThanOrEqualTo(2_000);
        assertThat(all.problems).isEmpty();
    }

    @Test
    void theEndOfALineMayFallBetweenTwoBuffers() throws IOException {
        String text = "a\r\nb\r\n\r\nc\r\rd\ne";
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
        Lines lines = Lines.of(bytes, "lines");
        StringBuilder read = new StringBuilder();
        while (lines.next()) {
            read.append(new String(lines.bytes(), StandardCharsets.UTF_8)).append(lines.number());
        }
        assertThat(read).hasToString("a1b2c4d6e7");
    }

    static Stream<Arguments> refused() {
        return FILES.entrySet().stream().flatMap(file -> refused(file.getKey(), file.getValue()));
    }

    private static Stream<Arguments> refused(TrackerFormat format, String file) {
        String markless = "UTF-16 without a byte order mark";
        byte[] half = {(byte) 0xFF, (byte) 0xFE, '{', 0, 0, (byte) 0xD8, 'x', 0};
        return Stream.of(
                Arguments.of(format, file.getBytes(StandardCharsets.UTF_16LE), markless),
                Arguments.of(format, file.getBytes(StandardCharsets.UTF_16BE), markless),
                Arguments.of(format, ("\uFEFF" + file).getBytes(Charset.forName("UTF-32LE")), "UTF-32"),
                Arguments.of(format, new byte[] {0x1F, (byte) 0x8B, 8, 0}, "gzip"),
                Arguments.of(format, "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8), "zip"),
                Arguments.of(format, half, "UTF-16LE that is broken"),
                Arguments.of(format, new byte[] {(byte) 0xFE, (byte) 0xFF, 0, '{', 0}, "UTF-16BE that is broken"),
                Arguments.of(format, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "an empty file"),
                Arguments.of(format, new byte[] {(byte) 0xFF, (byte) 0xFE}, "an empty file"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void otherEncodingsAreRefusedByName(TrackerFormat format, byte[] file, String found) {
        assertThatThrownBy(() -> Collected.of(format, file))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Expected")
                .hasMessageContaining(found);
    }

    @ParameterizedTest
    @CsvSource({
        "c3 28,2",
        "ff,1",
        "80,1",
        "c0 af,1",
        "e0 80 80,2",
        "ed a0 80,2",
        "f0 80 80 80,2",
        "f4 90 80 80,2",
        "f8,1",
        "e2 82,3",
        "00,1"
    })
    void whatIsNotUtf8CostsItsLineAndIsNamed(String hex, int at) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("{\"id\":\"a\",\"title\":\"é\"}\n{\"id\":\"b\",\"title\":\"".getBytes(StandardCharsets.UTF_8));
        file.writeBytes(HexFormat.ofDelimiter(" ").parseHex(hex));
        file.writeBytes("\"}\n{\"id\":\"c\",\"title\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        Collected all = Collected.of(Samples.BEADS, file.toByteArray());
        assertThat(all.tickets).extracting(ImportedTicket::externalId).containsExactly("a", "c");
        assertThat(all.problemsAt()).containsExactly("malformed line 2");
        assertThat(all.problems.getFirst().message()).contains("byte " + (19 + at) + " of the line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c3 28", "ff", "00", "ed a0 80"})
    void whatIsNotUtf8InADocumentRefusesIt(String hex) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("{\"t\":{\"tasks\":[\n{\"id\":1,\"title\":\"".getBytes(StandardCharsets.UTF_8));
        file.writeBytes(HexFormat.ofDelimiter(" ").parseHex(hex));
        file.writeBytes("\"}]}}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Collected.of(Samples.TASK_MASTER, file.toByteArray()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("of line 2");
    }
}
