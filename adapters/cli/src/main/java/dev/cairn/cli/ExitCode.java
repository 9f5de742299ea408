package dev.cairn.cli;

/** The exit codes of all commands. */
final class ExitCode {
    static final int OK = 0;
    static final int ERROR = 1;
    static final int USAGE = 2;
    static final int NOT_FOUND = 3;
    static final int CONFLICT = 4;
    static final int ACCESS = 5;
    static final int DRIFT = 6;
    static final int UNREACHABLE = 7;

    private ExitCode() {}

    static int ofStatus(int status) {
        return switch (status) {
            case 400, 413, 415, 422 -> USAGE;
            case 401, 403 -> ACCESS;
            case 404 -> NOT_FOUND;
            case 409, 412 -> CONFLICT;
            default -> ERROR;
        };
    }
}
