package dev.cairn.cli;

import dev.cairn.domain.error.WireCode;

/** The reasons why a command fails before, or without, an answer of a server; each has its exit code. */
enum CommandCode implements WireCode {
    USAGE(ExitCode.USAGE),
    FILE_NOT_FOUND(ExitCode.NOT_FOUND),
    FILE_UNREADABLE(ExitCode.ERROR),
    /** The configuration file of another program, such as an agent's client, cannot be read. */
    CONFIGURATION_UNREADABLE(ExitCode.ERROR),
    NO_DATA(ExitCode.NOT_FOUND),
    SERVER_UNREACHABLE(ExitCode.UNREACHABLE),
    SERVER_MOVED(ExitCode.UNREACHABLE),
    NO_CAIRN(ExitCode.UNREACHABLE),
    TOKEN_REQUIRED(ExitCode.ACCESS),
    DRIFT(ExitCode.DRIFT),
    INTERRUPTED(ExitCode.ERROR),
    /** Any failure that no other code describes. */
    ERROR(ExitCode.ERROR);

    final int exitCode;

    CommandCode(int exitCode) {
        this.exitCode = exitCode;
    }
}
