package dev.cairn.application.interchange;

import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * The options of an import.
 *
 * @param source where its ids come from: the same id from another source is another ticket (I3); null to find out
 * @param defaultSource the name of a source that is new, if {@code source} gives none
 * @param prune whether things that are gone from the file are deleted here, instead of only reported (I5)
 */
public record ImportRequest(
        String format, @Nullable String source, @Nullable String defaultSource, boolean prune) {
    public ImportRequest {
        source = Text.optional("source", source, Alias.SOURCE_MAX);
        defaultSource = Text.optional("defaultSource", defaultSource, Alias.SOURCE_MAX);
    }

    public static ImportRequest of(String format) {
        return new ImportRequest(format, null, null, false);
    }

    public ImportRequest from(String named) {
        return new ImportRequest(format, named, defaultSource, prune);
    }

    public ImportRequest pruning() {
        return new ImportRequest(format, source, defaultSource, true);
    }
}
