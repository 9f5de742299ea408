package dev.cairn.application.activity;

import dev.cairn.domain.activity.Activity;
import java.util.List;

/**
 * A part of the log for a follower.
 *
 * @param after where to go on
 */
public record Followed(List<Activity> entries, long after) {
    public Followed {
        entries = List.copyOf(entries);
    }
}
