package dev.cairn.application.job;

import dev.cairn.application.work.Act;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ending of an attempt. */
public sealed interface Ending {
    /**
     * The job is done.
     *
     * @param result what is stored in the transaction that ends the job, unless somebody else has it by then
     * @param lost what is stored instead when somebody else has it, or ended it
     */
    record Done(Consumer<Act> result, Consumer<Act> lost) implements Ending {
        public Done(Consumer<Act> result) {
            this(result, _ -> {});
        }
    }

    /**
     * The job may succeed later.
     *
     * @param after how long to wait at least, where somebody said so; at most {@link dev.cairn.domain.job.Job#WAIT_MAX}
     */
    record Again(String error, @Nullable Duration after) implements Ending {}

    /**
     * Another server may be able to do the job: it is made ready without counting the attempt, and this server does not
     * claim it for a while.
     */
    record Elsewhere() implements Ending {}

    /** The job cannot succeed, and is not tried again. */
    record Hopeless(String error) implements Ending {}
}
