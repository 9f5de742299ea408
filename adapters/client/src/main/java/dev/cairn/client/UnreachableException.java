package dev.cairn.client;

import org.jspecify.annotations.Nullable;

/** No answer came, or none of Cairn's: what was asked for may have been done all the same. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    UnreachableException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** {@code server_unreachable}, {@code server_moved}, {@code no_cairn} or {@code interrupted}. */
    public String code() {
        return code;
    }
}
