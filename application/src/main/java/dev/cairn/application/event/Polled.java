package dev.cairn.application.event;

import dev.cairn.domain.activity.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events since a client polled last.
 *
 * @param epoch another one than before means another log: all is to be read anew (E8)
 * @param after where to go on
 * @param resync why events are missing, when some are: what was read before is to be read anew
 */
public record Polled(String epoch, long after, Signal.@Nullable Reason resync, List<Event> items) {
    public Polled {
        items = List.copyOf(items);
    }
}
