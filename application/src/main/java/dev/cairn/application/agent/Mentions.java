package dev.cairn.application.agent;

import dev.cairn.domain.kernel.Text;
import java.util.List;

/** Finds the names mentioned in a text: {@code @Name}, ignoring case, or {@code @} and an id (R44). */
final class Mentions {
    private Mentions() {}

    /**
     * Whether the text mentions this name or id. Of two names that begin alike, only the longer one is mentioned.
     *
     * @param all the names that could be meant
     */
    static boolean call(String text, String name, String id, List<String> all) {
        return calls(text, id, List.of()) || calls(text, name, all);
    }

    private static boolean calls(String text, String name, List<String> all) {
        String said = Text.uniqueKey(text);
        String called = "@" + Text.uniqueKey(name);
        List<String> longer = all.stream()
                .map(other -> "@" + Text.uniqueKey(other))
                .filter(other -> other.length() > called.length() && other.startsWith(called))
                .toList();
        for (int at = said.indexOf(called); at >= 0; at = said.indexOf(called, at + 1)) {
            int from = at;
            boolean begins = at == 0 || !Character.isLetterOrDigit(said.codePointBefore(at));
            boolean ends = ends(said, at + called.length());
            boolean other = longer.stream().anyMatch(o -> said.startsWith(o, from) && ends(said, from + o.length()));
            if (begins && ends && !other) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(String text, int at) {
        return at >= text.length() || !Character.isLetterOrDigit(text.codePointAt(at));
    }
}
