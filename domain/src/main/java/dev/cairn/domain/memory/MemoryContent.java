package dev.cairn.domain.memory;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a memory that clients may edit.
 *
 * @param summary the short form for agents, if the content is long
 * @param score the weight of the memory, 0 to 1
 */
@RecordBuilder
public record MemoryContent(
        String content,
        @Nullable String summary,
        MemoryType type,
        Importance importance,
        double score,
        List<String> keywords)
        implements MemoryContentBuilder.With {
    public static final int CONTENT_MAX = 10_000;
    public static final int SUMMARY_MAX = 500;
    public static final int KEYWORDS_MAX = 20;
    public static final int KEYWORD_MAX = 50;
    public static final double SCORE_DEFAULT = 0.5;

    public MemoryContent {
        content = Text.of("content", content, 1, CONTENT_MAX);
        summary = Text.optional("summary", summary, SUMMARY_MAX);
        keywords = Text.set("keywords", keywords, KEYWORDS_MAX, KEYWORD_MAX);
        if (!(score >= 0 && score <= 1)) {
            throw Invalid.of(ErrorCode.RANGE, "score", "score must be 0 to 1, it is " + score);
        }
    }

    public static MemoryContent of(String content) {
        return new MemoryContent(content, null, MemoryType.FACT, Importance.MEDIUM, SCORE_DEFAULT, List.of());
    }
}
