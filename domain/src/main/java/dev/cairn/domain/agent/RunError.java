package dev.cairn.domain.agent;

import dev.cairn.domain.job.Job;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The reason why a run failed.
 *
 * @param code in snake case, as errors have one
 * @param detail a sentence for people
 */
public record RunError(String code, String detail) {
    public static final int CODE_MAX = 60;
    /** The code of a run whose job failed: no attempt was left, or no handler could run it. */
    public static final String LEFT_BEHIND = "attempts_exhausted";

    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{0,59}");
    private static final String BETWEEN = ": ";

    public RunError {
        detail = Job.error(detail);
    }

    public static RunError of(Enum<?> code, String detail) {
        return new RunError(code.name().toLowerCase(Locale.ROOT), detail);
    }

    /** Returns the error in the form in which a job stores it. */
    public String line() {
        return code + BETWEEN + detail;
    }

    /** Reads the form that {@link #line} writes; any other text is an error of the job itself. */
    public static RunError parse(String line) {
        int at = line.indexOf(BETWEEN);
        return at > 0 && CODE.matcher(line.substring(0, at)).matches()
                ? new RunError(line.substring(0, at), line.substring(at + BETWEEN.length()))
                : new RunError(LEFT_BEHIND, line);
    }
}
