package dev.cairn.application.job;

import dev.cairn.application.work.Act;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;

/** Handles the jobs of one kind. A job may be begun more than once; its changes are stored once, with its end (L21). */
public interface JobHandler {
    JobKind kind();

    /**
     * Does the work, on a virtual thread of its own and in no transaction, so that it may take long. An exception fails
     * the attempt.
     *
     * @throws InterruptedException when it is told to stop and does not know how to end otherwise
     */
    Ending run(Attempt attempt) throws InterruptedException;

    /** Called in the transaction that postpones the job to another attempt. */
    default void postponed(Act act, Job job, String error) {}

    /** Called in the transaction that fails the job for good (L23). */
    void gaveUp(Act act, Job job, String error);
}
