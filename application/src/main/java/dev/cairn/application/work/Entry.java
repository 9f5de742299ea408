package dev.cairn.application.work;

import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.activity.NewActivity;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log entry that a use case is about to write, with its details. */
public final class Entry {
    private final ActivityType type;
    private final @Nullable Id<?> project;
    private final Id<?> subject;
    private final Map<String, Object> data = new LinkedHashMap<>();
    private @Nullable Id<?> conversation;
    private @Nullable Long version;
    private @Nullable Difference difference;

    Entry(ActivityType type, @Nullable Id<?> project, Id<?> subject) {
        this.type = type;
        this.project = project;
        this.subject = subject;
    }

    /** Sets the conversation, whose readers alone then see the entry. */
    public Entry within(@Nullable Id<?> audience) {
        conversation = audience;
        return this;
    }

    /** Adds a root's version after the change. */
    public Entry at(Lifecycle lifecycle) {
        version = lifecycle.version();
        return this;
    }

    /** Adds the changed fields of an update. */
    public Entry changed(Difference changes) {
        difference = changes;
        return this;
    }

    /** @param value a string, number, boolean, or list of them */
    public Entry with(String name, Object value) {
        data.put(name, value);
        return this;
    }

    public Entry with(Map<String, Object> facts) {
        data.putAll(facts);
        return this;
    }

    NewActivity written() {
        return new NewActivity(type, project, conversation, subject, version, difference, data);
    }
}
