package dev.cairn.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.database.DriftRefused;
import dev.cairn.client.ProblemException;
import dev.cairn.client.ProblemException.Violation;
import dev.cairn.client.UnreachableException;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.error.Unavailable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says how a command failed: in words on the standard error, or with {@code --json} as an object on the standard output. */
final class Failures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Failures() {}

    /** A failure with its exit code and the fields of the {@code --json} object. */
    private record Failure(
            int exitCode,
            String code,
            String message,
            @Nullable String hint,
            List<Violation> errors) {
        Failure(int exitCode, String code, String message, @Nullable String hint) {
            this(exitCode, code, message, hint, List.of());
        }

        Failure(CommandCode code, String message, @Nullable String hint) {
            this(code.exitCode, code.wire(), message, hint);
        }
    }

    static int say(CommandLine command, Throwable thrown) {
        boolean json = root(command).getCommand() instanceof CairnCommand cairn && cairn.json;
        return say(command, failure(thrown), json);
    }

    /** @param arguments not understood, so that {@code --json} is looked for among them */
    static int sayUsage(ParameterException wrong, String... arguments) {
        CommandLine command = wrong.getCommandLine();
        boolean json = Arrays.asList(arguments).contains("--json");
        String help = "See '%s --help'".formatted(command.getCommandSpec().qualifiedName());
        int exitCode = say(command, new Failure(CommandCode.USAGE, message(wrong), json ? help : null), json);
        if (!json) {
            if (!UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
                command.getErr().println(help);
            }
            command.getErr().flush();
        }
        return exitCode;
    }

    /** Reports an unwritten standard output on the standard error, also with {@code --json}; a broken pipe is not reported. */
    static int sayUnwritten(CommandLine command, IOException unwritten, int exitCode) {
        int failed = exitCode == ExitCode.OK ? ExitCode.ERROR : exitCode;
        if (StandardOutput.isBrokenPipe(unwritten)) {
            return failed;
        }
        String message = "The standard output could not be written: " + message(unwritten);
        return say(command, new Failure(failed, CommandCode.ERROR.wire(), message, null), false);
    }

    private static int say(CommandLine command, Failure failure, boolean json) {
        if (json) {
            ObjectNode answer = JSON.createObjectNode().put("v", CairnCommand.JSON_VERSION);
            ObjectNode error =
                    answer.putObject("error").put("code", failure.code()).put("message", failure.message());
            if (failure.hint() != null) {
                error.put("hint", failure.hint());
            }
            for (Violation each : failure.errors()) {
                error.withArray("errors")
                        .addObject()
                        .put("pointer", each.pointer())
                        .put("code", each.code())
                        .put("message", each.message());
            }
            command.getOut().println(answer);
            command.getOut().flush();
        } else {
            String hint = failure.hint() == null ? "" : "\n" + failure.hint();
            String text = PlainWriter.plain("cairn: " + failure.message() + hint);
            command.getErr().println(command.getColorScheme().errorText(text));
            command.getErr().flush();
        }
        return failure.exitCode();
    }

    private static Failure failure(Throwable thrown) {
        return switch (thrown) {
            case CommandFailed failed -> new Failure(failed.exitCode(), failed.code(), message(failed), failed.hint());
            case ProblemException problem ->
                new Failure(
                        ExitCode.ofStatus(problem.status()),
                        problem.code(),
                        "%s (%s)".formatted(problem.detail(), problem.code()),
                        problem.hint(),
                        problem.errors());
            case UnreachableException lost ->
                new Failure(CommandCode.valueOf(lost.code().toUpperCase(Locale.ROOT)), message(lost), null);
            case DriftRefused drift -> new Failure(CommandCode.DRIFT, message(drift), null);
            case DomainError error -> new Failure(exitCode(error), error.code().wire(), message(error), null);
            default -> new Failure(CommandCode.ERROR, message(thrown), null);
        };
    }

    private static int exitCode(DomainError error) {
        return switch (error) {
            case Conflict _ -> ExitCode.CONFLICT;
            case Invalid _ -> ExitCode.USAGE;
            case Denied _ -> ExitCode.ACCESS;
            case NotFound _ -> ExitCode.NOT_FOUND;
            case Unavailable _ -> ExitCode.ERROR;
        };
    }

    /** Returns the message; that of a file system failure without a reason is made from the file and the exception's name. */
    private static String message(Throwable thrown) {
        if (thrown instanceof FileSystemException failure && failure.getReason() == null) {
            String kind = failure.getClass().getSimpleName().replace("Exception", "");
            return "%s: %s"
                    .formatted(
                            failure.getFile(),
                            kind.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
        }
        return Objects.requireNonNullElse(thrown.getMessage(), thrown.toString());
    }

    private static CommandLine root(CommandLine command) {
        CommandLine root = command;
        for (CommandLine parent = root.getParent(); parent != null; parent = root.getParent()) {
            root = parent;
        }
        return root;
    }
}
