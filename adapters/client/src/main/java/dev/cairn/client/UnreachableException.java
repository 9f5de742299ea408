package dev.cairn.client;

import org.jspecify.annotations.Nullable;

/** No answer came, or one that is not from Cairn: the request may have been carried out all the same. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    UnreachableException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns {@code server_unreachable}, {@code server_moved}, {@code no_cairn} or {@code interrupted}. */
    public String code() {
        return code;
    }
}
