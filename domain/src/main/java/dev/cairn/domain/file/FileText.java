package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a file as they are on the disk now.
 *
 * @param firstLine from 1; 0 when there are none
 * @param lastLine the last line in the text
 * @param totalLines of the whole file
 * @param truncated whether lines that were asked for are missing, because there are too many or they are too long
 * @param changed whether the file differs from the index
 */
public record FileText(
        Id<ProjectFile> fileId,
        String path,
        int firstLine,
        int lastLine,
        int totalLines,
        boolean truncated,
        boolean changed,
        String text) {
    public static final int LINES_MAX = 2_000;
    public static final int LENGTH_MAX = 200_000;

    /** Cuts lines out of a whole text; a line ends behind its line feed. */
    public static FileText of(ProjectFile file, String whole, boolean changed, LineRange wanted) {
        List<String> lines = lines(whole);
        int last = wanted.last() == null ? lines.size() : Math.min(wanted.last(), lines.size());
        StringBuilder text = new StringBuilder();
        int at = wanted.first();
        while (at <= last
                && at - wanted.first() < LINES_MAX
                && text.length() + lines.get(at - 1).length() <= LENGTH_MAX) {
            text.append(lines.get(at - 1));
            at++;
        }
        boolean cut = at == wanted.first() && at <= last;
        if (cut) { // The first line alone is too long: its beginning is better than nothing.
            text.append(beginning(lines.get(at - 1)));
            at++;
        }
        boolean none = at == wanted.first();
        return new FileText(
                file.id(),
                file.path(),
                none ? 0 : wanted.first(),
                none ? 0 : at - 1,
                lines.size(),
                cut || at <= last,
                changed,
                text.toString());
    }

    private static String beginning(String line) {
        boolean half = Character.isHighSurrogate(line.charAt(LENGTH_MAX - 1));
        return line.substring(0, half ? LENGTH_MAX - 1 : LENGTH_MAX);
    }

    private static List<String> lines(String whole) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int feed = whole.indexOf('\n'); feed >= 0; feed = whole.indexOf('\n', start)) {
            lines.add(whole.substring(start, feed + 1));
            start = feed + 1;
        }
        if (start < whole.length()) {
            lines.add(whole.substring(start));
        }
        return lines;
    }
}
