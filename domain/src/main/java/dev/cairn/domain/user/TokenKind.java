package dev.cairn.domain.user;

/** The purpose of a token, given by its prefix, so that finders and secret scanners can recognise it. */
public enum TokenKind {
    SESSION("cairn_s_"),
    API("cairn_t_");

    private final String mark;

    TokenKind(String mark) {
        this.mark = mark;
    }

    public String mark() {
        return mark;
    }
}
