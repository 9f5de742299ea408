package dev.cairn.domain.relevance;

import dev.cairn.domain.file.ProjectFile;
import java.util.List;

/**
 * A file that may matter to a ticket.
 *
 * @param score the weighted sum of the reasons
 */
public record RelevantFile(ProjectFile file, double score, Why why) {
    /**
     * The reasons, each 0 to 1 before its weight: 1 is the best file that was found for this ticket.
     *
     * @param suggested 1 when the ticket names the file
     * @param text how well its words fit: those of the contents, the names that it declares, its summary, its path
     * @param path how much of the ticket its path says, rare words counting more
     * @param words the ticket's words that are in the path
     * @param changed 1 for the file that was changed last, and less for each before it
     * @param imports 1 when it imports, or is imported by, the best file of all
     * @param importsWith the paths of those among the best files that it imports or is imported by
     */
    public record Why(
            double suggested,
            double text,
            double path,
            List<String> words,
            double changed,
            double imports,
            List<String> importsWith) {
        public Why {
            words = List.copyOf(words);
            importsWith = List.copyOf(importsWith);
        }
    }

    /** The weight of each reason in the score (L38). */
    public record Weights(double suggested, double text, double path, double changed, double imports) {
        public static final Weights USED = new Weights(2, 1, 0.1, 0.2, 0.15);
    }
}
