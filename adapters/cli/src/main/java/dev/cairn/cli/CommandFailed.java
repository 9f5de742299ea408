package dev.cairn.cli;

import org.jspecify.annotations.Nullable;

/** Ends a command with a message for people, and two codes: one for the shell, one for programs that read {@code --json}. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String code;
    private final @Nullable String hint;

    /** @param code as a server gave it */
    CommandFailed(int exitCode, String code, String message, @Nullable String hint) {
        super(message);
        this.exitCode = exitCode;
        this.code = code;
        this.hint = hint;
    }

    /** @param hint what to do about it, if there is something */
    CommandFailed(CommandCode code, String message, @Nullable String hint) {
        this(code.exitCode, code.wire(), message, hint);
    }

    static CommandFailed usage(String message) {
        return new CommandFailed(CommandCode.USAGE, message, null);
    }

    static CommandFailed noFile(Object file) {
        return new CommandFailed(CommandCode.FILE_NOT_FOUND, "There is no file " + file, null);
    }

    int exitCode() {
        return exitCode;
    }

    String code() {
        return code;
    }

    @Nullable
    String hint() {
        return hint;
    }
}
