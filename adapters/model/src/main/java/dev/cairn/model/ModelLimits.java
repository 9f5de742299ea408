package dev.cairn.model;

import java.time.Duration;

/**
 * How long Cairn waits for a provider, and how much it reads (L3, L4).
 *
 * @param connect until a connection stands, encrypted where it is
 * @param firstToken how long nothing may come before the answer begins: a model may have to be loaded
 * @param idle how long nothing may come once it has begun; whatever comes counts, a ping too
 * @param total for all of it
 * @param lineBytes the longest line of a stream
 * @param answerBytes the largest answer
 * @param errorBytes how much of an error is read
 */
public record ModelLimits(
        Duration connect,
        Duration firstToken,
        Duration idle,
        Duration total,
        int lineBytes,
        long answerBytes,
        int errorBytes) {
    public static final ModelLimits USUAL = new ModelLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            1024 * 1024,
            64L * 1024 * 1024,
            16 * 1024);

    /** A trial waits in a request, which has not so long. */
    private static final Duration TRIAL = Duration.ofSeconds(20);

    /** Answers the same for a trial. */
    ModelLimits ofTrial() {
        return new ModelLimits(
                connect, shorter(firstToken), shorter(idle), shorter(total), lineBytes, lineBytes, errorBytes);
    }

    private static Duration shorter(Duration limit) {
        return limit.compareTo(TRIAL) < 0 ? limit : TRIAL;
    }
}
