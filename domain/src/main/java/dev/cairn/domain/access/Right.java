package dev.cairn.domain.access;

/** The right that a use case needs in a project, with the role that has it (R18). */
public enum Right {
    READ(Role.VIEWER),
    WRITE(Role.EDITOR),
    /** To claim work from queues, and to complete or release it. */
    CLAIM(Role.EDITOR),
    /** To change the project as a whole, or to do what cannot be undone. */
    MANAGE(Role.OWNER);

    private final Role role;

    Right(Role role) {
        this.role = role;
    }

    /** Returns the lowest role that has this right. */
    public Role role() {
        return role;
    }
}
