package dev.cairn.domain.access;

/** The role of a member in a project (R18); each includes the rights of the ones before it. */
public enum Role {
    /** May read. */
    VIEWER,
    /** May also write content and work on queues. */
    EDITOR,
    /** May also delete, archive and transfer the project, and manage its members. A project has exactly one owner (R21). */
    OWNER;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
