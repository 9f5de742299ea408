package dev.cairn.mcp.tool;

import dev.cairn.domain.error.DomainError;

/** An error of a use case, with advice that only the tool can give. */
public final class Hinted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DomainError error;
    private final String hint;

    public Hinted(DomainError error, String hint) {
        super(error);
        this.error = error;
        this.hint = hint;
    }

    DomainError error() {
        return error;
    }

    String hint() {
        return hint;
    }
}
