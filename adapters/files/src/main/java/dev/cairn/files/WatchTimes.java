package dev.cairn.files;

import java.time.Duration;

/**
 * When what changed is looked for.
 *
 * @param quiet so long nothing more has to happen
 * @param patience but no longer than this after the first of the changes
 * @param every whether something happened or not, since events are hints only
 * @param everyUnwatched as that, where not all can be watched
 */
record WatchTimes(Duration quiet, Duration patience, Duration every, Duration everyUnwatched) {
    static final WatchTimes DEFAULT = new WatchTimes(
            Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofSeconds(30));
}
