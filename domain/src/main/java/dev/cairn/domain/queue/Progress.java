package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import org.jspecify.annotations.Nullable;

/** The progress that a holder reports. */
public record Progress(int percent, @Nullable String text) {
    public static final int PERCENT_MAX = 100;
    public static final int TEXT_MAX = 500;

    public Progress {
        percent = Limits.range("percent", percent, 0, PERCENT_MAX);
        text = Text.optional("text", text, TEXT_MAX);
    }
}
