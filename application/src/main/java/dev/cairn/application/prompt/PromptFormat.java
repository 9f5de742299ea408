package dev.cairn.application.prompt;

import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.domain.prompt.PromptContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A kind of file that prompts stand in (R49). */
public interface PromptFormat {
    /** What clients call it: {@code markdown}. */
    String name();

    /**
     * Reads a whole file, and delivers one after the other what is in it.
     *
     * @param title of a prompt that says none itself
     * @throws dev.cairn.domain.error.Invalid {@code format} when the file as a whole is none, or is not to be trusted
     */
    void read(InputStream file, String title, Consumer<Found> sink) throws IOException;

    /** Writes prompts so that {@link #read} delivers equal ones. */
    void write(Iterable<PromptContent> prompts, OutputStream out) throws IOException;

    /** What is found in a file. */
    sealed interface Found {}

    /**
     * A prompt.
     *
     * @param place where it stands, as in {@link ImportProblem#place}
     */
    record Read(String place, PromptContent content) implements Found {}

    /** Something that is left out. */
    record Refused(ImportProblem problem) implements Found {}
}
