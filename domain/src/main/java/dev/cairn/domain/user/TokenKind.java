package dev.cairn.domain.user;

/** What a token is for, as its first characters say: whoever finds one knows what it is, and so do scanners for secrets. */
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
