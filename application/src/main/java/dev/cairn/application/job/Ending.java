package dev.cairn.application.job;

import dev.cairn.application.work.Act;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How an attempt ends. */
public sealed interface Ending {
    /**
     * It is done.
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
     * It may succeed later.
     *
     * @param after how long to wait at least, where somebody said so; at most {@link dev.cairn.domain.job.Job#WAIT_MAX}
     */
    record Again(String error, @Nullable Duration after) implements Ending {}

    /** Another server may be able to do it: it is given back without counting the attempt, and not taken here again for a while. */
    record Elsewhere() implements Ending {}

    /** It will not succeed, however often it is tried. */
    record Hopeless(String error) implements Ending {}
}
