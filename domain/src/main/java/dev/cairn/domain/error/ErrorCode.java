package dev.cairn.domain.error;

import java.util.Locale;

/** The stable codes of all errors that a caller can cause; on the wire they are the lower-case names. */
public enum ErrorCode {
    NOT_FOUND,

    INVALID,
    REQUIRED,
    LENGTH,
    RANGE,
    CHARACTERS,
    TOO_MANY,
    FORMAT,
    NULL_NOT_ALLOWED,
    MALFORMED_ID,
    MALFORMED_CURSOR,
    UNKNOWN_SORT,
    UNKNOWN_VALUE,
    SUBJECT_REQUIRED,

    STALE_VERSION,
    ALREADY_ARCHIVED,
    NOT_ARCHIVED,
    NOT_DELETED,
    KEY_TAKEN,
    NAME_TAKEN,
    PATH_TAKEN,
    CONSTRAINT,
    PROJECT_ARCHIVED,
    TICKET_ARCHIVED,
    PARENT_DELETED,
    TRANSITION_REFUSED,
    TASKS_OPEN,
    LINK_CYCLE,
    OTHER_PROJECT,
    PARENT_CYCLE,
    DEPENDENCY_CYCLE,
    ORDER_INCOMPLETE,
    ALREADY_QUEUED,
    NOT_ENQUEUEABLE,
    ITEM_STATE,
    LEASE_LOST,
    AT_LIMIT,
    IDEMPOTENCY_IN_FLIGHT,
    IDEMPOTENCY_MISMATCH,
    IMPORT_RUNNING,
    ALREADY_OWNER,
    OWNER_NOT_ELIGIBLE,
    OWNER_REQUIRED,

    DATABASE_IN_USE,
    PORT_IN_USE,
    BIND_REFUSED,

    NOT_AUTHOR,
    LOCAL_TOKEN_REQUIRED,
    ROLE_REQUIRED,

    BUSY,
    OUTCOME_UNKNOWN,
    DAMAGED,
    DISK_FULL,
    READ_ONLY;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
