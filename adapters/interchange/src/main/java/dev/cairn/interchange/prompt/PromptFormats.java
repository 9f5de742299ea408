package dev.cairn.interchange.prompt;

import dev.cairn.application.prompt.PromptFormat;
import java.util.List;

/** The kinds of files that prompts come in. */
public final class PromptFormats {
    public static final List<PromptFormat> ALL = List.of(new MarkdownPrompts(), new ZipPrompts());

    private PromptFormats() {}
}
