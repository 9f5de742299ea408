package dev.cairn.cli;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads a secret without leaving it in a shell's history or a list of processes: from standard input, or typed without echo. */
final class SecretInput {
    /** The option, wherever an operation takes a secret. */
    static final String OPTION = "--secret";

    /** Stands for the option without a value. */
    static final String ASKED = "";

    private SecretInput() {}

    /** @throws CommandFailed {@code usage} when the secret itself was given, or there is no terminal to ask at */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again where there is no terminal.
    static String read(String given) {
        if (given.equals("-")) {
            return ofStandardInput();
        }
        if (!given.equals(ASKED)) {
            throw CommandFailed.usage(
                    "a secret on the command line stays in the shell's history: give %s alone to be asked,"
                                    .formatted(OPTION)
                            + " %s - to send it on standard input, or --secret-env NAME of a variable"
                                    .formatted(OPTION));
        }
        Console console = System.console();
        char[] typed = console == null || !console.isTerminal() ? null : console.readPassword("Secret: ");
        if (typed == null) {
            throw CommandFailed.usage(
                    "there is no terminal to ask at: send the secret on standard input with %s -".formatted(OPTION));
        }
        return new String(typed);
    }

    private static String ofStandardInput() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
