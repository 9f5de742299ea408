package dev.cairn.domain.access;

/** What a use case wants to do in a project, and the role it takes (R18). */
public enum Right {
    READ(Role.VIEWER),
    WRITE(Role.EDITOR),
    /** To take work from queues, and to end or give back what was taken. */
    CLAIM(Role.EDITOR),
    /** To do what concerns the project as a whole, or cannot be undone. */
    MANAGE(Role.OWNER);

    private final Role role;

    Right(Role role) {
        this.role = role;
    }

    /** The least role that has it. */
    public Role role() {
        return role;
    }
}
