package dev.cairn.interchange.prompt;

import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.prompt.PromptFormat;
import dev.cairn.domain.prompt.PromptContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a file delivers. */
final class Delivered {
    static final PromptFormat MARKDOWN = PromptFormats.ALL.getFirst();
    static final PromptFormat ZIP = PromptFormats.ALL.getLast();

    final List<PromptContent> prompts = new ArrayList<>();
    final List<ImportProblem> problems = new ArrayList<>();

    static Delivered of(PromptFormat format, String fileName, byte[] file) {
        Delivered delivered = new Delivered();
        try {
            format.read(new ByteArrayInputStream(file), fileName, found -> {
                switch (found) {
                    case PromptFormat.Read read -> delivered.prompts.add(read.content());
                    case PromptFormat.Refused refused -> delivered.problems.add(refused.problem());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return delivered;
    }

    static Delivered markdown(String text) {
        return of(MARKDOWN, "a file.md", text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] written(PromptFormat format, List<PromptContent> prompts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.write(prompts, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
