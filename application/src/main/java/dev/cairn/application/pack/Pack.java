package dev.cairn.application.pack;

import dev.cairn.domain.project.ProjectKey;
import java.util.List;

/**
 * A text for a model to read, and what it is made of. Equal projects and requests give equal texts.
 *
 * @param tokens of {@code text}, by the table o200k; never more than the budget
 * @param parts in the order of the text
 */
public record Pack(
        ProjectKey project,
        PackFormat format,
        int budgetTokens,
        int tokens,
        List<PackedPart> parts,
        List<LeftOut> leftOut,
        String text) {
    public Pack {
        parts = List.copyOf(parts);
        leftOut = List.copyOf(leftOut);
    }
}
