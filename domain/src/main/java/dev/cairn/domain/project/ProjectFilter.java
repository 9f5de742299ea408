package dev.cairn.domain.project;

import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filter for lists of projects, which never have deleted ones.
 *
 * @param text found in key, name or description, ignoring case; it matches itself (R9)
 * @param minScore the least {@code validationScore}, 0 to 100
 */
public record ProjectFilter(
        List<ProjectStatus> statuses,
        Archived archived,
        @Nullable String text,
        @Nullable Integer minScore) {
    public static final int TEXT_MAX = 256;
    public static final ProjectFilter LIVE = new ProjectFilter(List.of(), Archived.NO, null, null);

    public ProjectFilter {
        statuses = List.copyOf(statuses);
        text = Text.optional("text", text, TEXT_MAX);
        minScore = Limits.optionalRange("minScore", minScore, 0, Assessment.MAX);
    }
}
