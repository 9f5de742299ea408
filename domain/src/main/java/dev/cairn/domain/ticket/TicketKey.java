package dev.cairn.domain.ticket;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.ProjectKey;

/**
 * A ticket's name for people, {@code CRN-12}: accepted wherever a ticket's id is.
 *
 * @param number 1 to {@value #NUMBER_MAX}; a key is never made that could not be read again
 */
public record TicketKey(ProjectKey project, int number) {
    public static final int NUMBER_MAX = 999_999_999;
    /** The highest number that a file may ask for: it leaves room for the tickets that are made here afterwards. */
    public static final int NUMBER_WANTED_MAX = 900_000_000;

    private static final int DIGITS_MAX = 9;

    public TicketKey {
        Limits.range("number", number, 1, NUMBER_MAX);
    }

    /**
     * Reads a key in any case.
     *
     * @throws Invalid {@code malformed_id}
     */
    public static TicketKey parse(String text) {
        int dash = text.indexOf('-');
        String project = dash < 0 ? "" : ProjectKey.capitals(text.substring(0, dash));
        if (!ProjectKey.isKey(project) || !isNumber(text.substring(dash + 1))) {
            throw Invalid.of(
                    ErrorCode.MALFORMED_ID,
                    "id",
                    "'%s' is neither an id nor a ticket key like CRN-12".formatted(Text.excerpt(text)));
        }
        return new TicketKey(new ProjectKey(project), Integer.parseInt(text.substring(dash + 1)));
    }

    private static boolean isNumber(String digits) {
        if (digits.isEmpty() || digits.length() > DIGITS_MAX || digits.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return project + "-" + number;
    }
}
