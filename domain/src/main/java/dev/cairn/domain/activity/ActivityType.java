package dev.cairn.domain.activity;

/** What an entry of the log says happened (R8); the log itself may hold older types. */
public enum ActivityType {
    ACCOUNT_PASSWORD_CHANGED("account.password_changed"),
    ARTIFACT_CREATED("artifact.created"),
    ARTIFACT_DELETED("artifact.deleted"),
    ARTIFACT_PURGED("artifact.purged"),
    ARTIFACT_RESTORED("artifact.restored"),
    ARTIFACT_STATUS_CHANGED("artifact.status_changed"),
    ARTIFACT_UPDATED("artifact.updated"),
    CLAIM_HEARTBEAT("claim.heartbeat"),
    COMMENT_CREATED("comment.created"),
    COMMENT_DELETED("comment.deleted"),
    COMMENT_UPDATED("comment.updated"),
    LINK_CREATED("link.created"),
    LINK_DELETED("link.deleted"),
    PREFERENCES_UPDATED("preferences.updated"),
    PROJECT_ARCHIVED("project.archived"),
    PROJECT_COLLECTED("project.collected"),
    PROJECT_CREATED("project.created"),
    PROJECT_DELETED("project.deleted"),
    PROJECT_IMPORTED("project.imported"),
    PROJECT_MEMBER_ADDED("project.member_added"),
    PROJECT_MEMBER_CHANGED("project.member_changed"),
    PROJECT_MEMBER_REMOVED("project.member_removed"),
    PROJECT_PURGED("project.purged"),
    PROJECT_RESTORED("project.restored"),
    PROJECT_STATUS_CHANGED("project.status_changed"),
    PROJECT_TRANSFERRED("project.transferred"),
    PROJECT_UNARCHIVED("project.unarchived"),
    PROJECT_UPDATED("project.updated"),
    PROJECT_VALIDATED("project.validated"),
    PROVIDER_ACTIVATED("provider.activated"),
    PROVIDER_CREATED("provider.created"),
    PROVIDER_DEACTIVATED("provider.deactivated"),
    PROVIDER_DEFAULT_CHANGED("provider.default_changed"),
    PROVIDER_DELETED("provider.deleted"),
    PROVIDER_SECRET_CHANGED("provider.secret_changed"),
    PROVIDER_UPDATED("provider.updated"),
    QUEUE_CREATED("queue.created"),
    QUEUE_DELETED("queue.deleted"),
    QUEUE_PAUSED("queue.paused"),
    QUEUE_REORDERED("queue.reordered"),
    QUEUE_RESUMED("queue.resumed"),
    QUEUE_UPDATED("queue.updated"),
    QUEUE_ITEM_CANCELLED("queue_item.cancelled"),
    QUEUE_ITEM_CLAIMED("queue_item.claimed"),
    QUEUE_ITEM_COMPLETED("queue_item.completed"),
    QUEUE_ITEM_ENQUEUED("queue_item.enqueued"),
    QUEUE_ITEM_FAILED("queue_item.failed"),
    QUEUE_ITEM_READY("queue_item.ready"),
    QUEUE_ITEM_RETRIED("queue_item.retried"),
    QUEUE_ITEM_UPDATED("queue_item.updated"),
    SECRETS_ROTATED("secrets.rotated"),
    SESSION_ENDED("session.ended"),
    SESSION_STARTED("session.started"),
    SETTINGS_UPDATED("settings.updated"),
    TASK_CREATED("task.created"),
    TASK_DELETED("task.deleted"),
    TASK_UPDATED("task.updated"),
    TICKET_ARCHIVED("ticket.archived"),
    TICKET_CREATED("ticket.created"),
    TICKET_DELETED("ticket.deleted"),
    TICKET_PURGED("ticket.purged"),
    TICKET_RESTORED("ticket.restored"),
    TICKET_STATUS_CHANGED("ticket.status_changed"),
    TICKET_UNARCHIVED("ticket.unarchived"),
    TICKET_UPDATED("ticket.updated"),
    TOKEN_CREATED("token.created"),
    TOKEN_REVOKED("token.revoked"),
    USER_CREATED("user.created"),
    USER_DEACTIVATED("user.deactivated"),
    USER_LOGGED_OUT("user.logged_out"),
    USER_REACTIVATED("user.reactivated"),
    USER_REGISTERED("user.registered"),
    USER_ROLE_CHANGED("user.role_changed"),
    USER_UPDATED("user.updated");

    private final String wire;

    ActivityType(String wire) {
        this.wire = wire;
    }

    /** Outside of the process: {@code ticket.created}. */
    public String wire() {
        return wire;
    }

    /** {@code ticket} of {@code ticket.created}. */
    public String subject() {
        return wire.substring(0, wire.indexOf('.'));
    }
}
