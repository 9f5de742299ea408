package dev.cairn.domain.access;

/** What a member is in a project (R18); each may do what the ones before it may. */
public enum Role {
    /** Reads. */
    VIEWER,
    /** Writes content, and works on queues. */
    EDITOR,
    /** Also deletes, archives and transfers the project, and manages its members. There is exactly one (R21). */
    OWNER;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
