package dev.cairn.application.prompt;

import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.domain.prompt.PromptContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A file format for prompts (R49). */
public interface PromptFormat {
    /** Returns the format's name for clients: {@code markdown}. */
    String name();

    /**
     * Reads a whole file, and delivers its prompts and problems one after the other.
     *
     * @param title the title of a prompt that has none
     * @throws dev.cairn.domain.error.Invalid {@code format} when the file as a whole is none, or is not to be trusted
     */
    void read(InputStream file, String title, Consumer<Found> sink) throws IOException;

    /** Writes prompts so that {@link #read} delivers equal ones. */
    void write(Iterable<PromptContent> prompts, OutputStream out) throws IOException;

    /** An entry of a file. */
    sealed interface Found {}

    /**
     * A prompt.
     *
     * @param place where it stands, as in {@link ImportProblem#place}
     */
    record Read(String place, PromptContent content) implements Found {}

    /** An entry that is left out. */
    record Refused(ImportProblem problem) implements Found {}
}
