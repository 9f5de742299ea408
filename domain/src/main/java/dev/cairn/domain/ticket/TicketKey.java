package dev.cairn.domain.ticket;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.ProjectKey;

/** A ticket's name for people, {@code CRN-12}: accepted wherever a ticket's id is. */
public record TicketKey(ProjectKey project, int number) {
    /** What a key takes, and every reader reads again. */
    public static final int NUMBER_MAX = 999_999_999;

    private static final int DIGITS_MAX = 9;

    public TicketKey {
        number = Limits.range("number", number, 1, NUMBER_MAX);
    }

    /** @throws Invalid {@code malformed_id} */
    public static TicketKey parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0 || !ProjectKey.isKey(text.substring(0, dash)) || !isNumber(text.substring(dash + 1))) {
            throw Invalid.of(
                    ErrorCode.MALFORMED_ID,
                    "id",
                    "'%s' is neither an id nor a ticket key like CRN-12".formatted(Text.excerpt(text)));
        }
        return new TicketKey(new ProjectKey(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
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
