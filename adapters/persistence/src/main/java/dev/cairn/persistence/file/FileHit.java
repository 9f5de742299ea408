package dev.cairn.persistence.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.search.SearchWords;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that was found by its words. */
@Introspected
record FileHit(
        long id, long projectId, String path, @Nullable String summary) {
    private static final int SNIPPET_LENGTH = 160;
    /** The score of words in the path: the same as for words in a title, so that all kinds of hits compare. */
    private static final double IN_PATH = 2;

    private static final double ANYWHERE = 1;

    SearchHit toDomain(List<String> words) {
        String folded = fold(path);
        boolean named = words.stream().allMatch(word -> folded.contains(fold(word)));
        return new SearchHit(
                SearchKind.FILE,
                new Id<>(id),
                new Id<>(projectId),
                null,
                null,
                null,
                path,
                snippet(words),
                named ? IN_PATH : ANYWHERE);
    }

    private static String fold(String text) {
        String beside = SearchWords.beside(text);
        return (beside == null ? text : beside).toLowerCase(Locale.ROOT);
    }

    /** The beginning of the summary, else the path, with the words marked. */
    private String snippet(List<String> words) {
        String text = summary == null ? path : summary;
        int end = text.codePointCount(0, text.length()) <= SNIPPET_LENGTH
                ? text.length()
                : text.offsetByCodePoints(0, SNIPPET_LENGTH);
        StringBuilder html = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT);
        boolean comparable = lower.length() == text.length();
        int at = 0;
        while (at < end) {
            int from = at;
            int found = comparable
                    ? words.stream()
                            .filter(word -> lower.startsWith(word.toLowerCase(Locale.ROOT), from))
                            .mapToInt(String::length)
                            .max()
                            .orElse(0)
                    : 0;
            if (found > 0) {
                html.append("<mark>")
                        .append(escaped(text.substring(at, at + found)))
                        .append("</mark>");
                at += found;
            } else {
                int next = text.offsetByCodePoints(at, 1);
                html.append(escaped(text.substring(at, next)));
                at = next;
            }
        }
        return html.append(end < text.length() ? "…" : "").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
