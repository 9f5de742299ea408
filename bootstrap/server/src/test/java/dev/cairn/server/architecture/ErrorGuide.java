package dev.cairn.server.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of all codes, {@code docs/errors.md}. */
public final class ErrorGuide {
    private static final Path PAGE = Path.of("..", "..", "docs", "errors.md");
    private static final Path IMPORTS = Path.of("..", "..", "docs", "guides", "import.md");
    private static final Pattern IMPORT_ROW = Pattern.compile("(?m)^\\| (`\\w+`(, )?)+ \\|");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| ([0-9, ]+|–) \\| ([A-Z][^|\\n]+\\.) \\| ([^|\\n]+) \\|$");

    private ErrorGuide() {}

    /**
     * A code's line.
     *
     * @param statuses with which it is answered over HTTP; none for what is never answered there
     * @param hint a dash where there is none
     */
    public record Row(Set<Integer> statuses, String hint) {}

    public static Map<String, Row> read() {
        try {
            Map<String, Row> rows = new TreeMap<>();
            ROW.matcher(Files.readString(PAGE)).results().forEach(row -> {
                Row one = new Row(statuses(row.group(2)), row.group(4));
                if (rows.put(row.group(1), one) != null) {
                    throw new IllegalStateException(row.group(1) + " stands there twice");
                }
            });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes of what an import could not carry over, which its guide lists. */
    public static List<String> importCodes() {
        try {
            return IMPORT_ROW
                    .matcher(Files.readString(IMPORTS))
                    .results()
                    .flatMap(row -> CODE.matcher(row.group()).results())
                    .map(code -> code.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Integer> statuses(String cell) {
        return cell.equals("–")
                ? Set.of()
                : Arrays.stream(cell.split(", ")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
