package dev.cairn.history;

/**
 * One step of a history. Its numbers choose among what there is when it is played, so that it still means something when
 * steps before it are left out.
 */
record Step(Kind kind, int a, int b, int c) {
    /** What is done, and how often beside the others. */
    enum Kind {
        CREATE(24),
        ADD_TASK(4),
        DEPEND(6),
        LINK(12),
        UNLINK(3),
        PARENT(8),
        PRIORITY(5),
        STATUS(24),
        TASK_STATUS(18),
        DELETE_TASK(4),
        COMMENT(4),
        ARCHIVE(5),
        UNARCHIVE(6),
        DELETE(7),
        RESTORE(10),
        ARCHIVE_PROJECT(1),
        UNARCHIVE_PROJECT(4),
        DELETE_PROJECT(1),
        RESTORE_PROJECT(3),
        ENQUEUE(42),
        ENQUEUE_TASK(14),
        CLAIM(64),
        HEARTBEAT(20),
        COMPLETE(24),
        FAIL(24),
        RELEASE(26),
        SWEEP(18),
        ADVANCE(34),
        CANCEL(12),
        RETRY(16),
        RETRY_FAILED(10),
        PAUSE(2),
        RESUME(5),
        REORDER(5),
        PLACE(8),
        DELETE_QUEUE(2);

        final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }
}
