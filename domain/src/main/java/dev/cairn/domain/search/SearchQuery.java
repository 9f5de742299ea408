package dev.cairn.domain.search;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A full-text query (R35). The text is data: operators of the engine in it match themselves or nothing (R9).
 *
 * @param kinds empty means all
 * @param limit 1 to {@value #LIMIT_MAX} hits
 */
public record SearchQuery(
        String text, List<SearchKind> kinds, @Nullable Id<Project> projectId, int limit) {
    public static final int TEXT_MAX = 256;
    public static final int WORDS_MAX = 16;
    public static final int LIMIT_MAX = 200;

    public SearchQuery {
        text = Text.of("q", text, 1, TEXT_MAX);
        kinds = List.copyOf(kinds);
        limit = Limits.range("limit", limit, 1, LIMIT_MAX);
        if (words(text).size() > WORDS_MAX) {
            throw Invalid.of(ErrorCode.TOO_MANY, "q", "q takes at most %d words".formatted(WORDS_MAX));
        }
    }

    /** Splits the text into words, runs of letters and digits; a text without any has no words and finds nothing. */
    public List<String> words() {
        return words(text);
    }

    /** Splits as the engines' tokenizers do, so that no operator survives. */
    public static List<String> words(String text) {
        return java.util.Arrays.stream(text.split("[^\\p{L}\\p{N}\\p{M}\\p{Co}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
