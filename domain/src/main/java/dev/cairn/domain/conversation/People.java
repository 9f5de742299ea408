package dev.cairn.domain.conversation;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedCollection;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The participants of a direct conversation, its creator first (R39). */
public record People(SequencedCollection<Id<User>> ids) {
    /** The most participants of a direct conversation. */
    public static final int MAX = 50;

    private static final int NAMED_MAX = 3;

    public People {
        ids = List.copyOf(new LinkedHashSet<>(ids));
        if (ids.size() > MAX) {
            throw Invalid.of(
                    ErrorCode.TOO_MANY,
                    "participants",
                    "A direct conversation is between at most %d, these are %d".formatted(MAX, ids.size()));
        }
    }

    /**
     * Makes the people of a new conversation: who begins it, and others, each of whom is named once.
     *
     * @throws Invalid {@code required} without others, {@code unknown_value} for somebody who is named twice
     */
    public static People beginning(Id<User> creator, List<Id<User>> others) {
        Set<Id<User>> seen = new HashSet<>();
        for (int i = 0; i < others.size(); i++) {
            if (!seen.add(others.get(i))) {
                throw Invalid.of(
                        ErrorCode.UNKNOWN_VALUE, "participants/" + i, "%s is named twice".formatted(others.get(i)));
            }
        }
        SequencedSet<Id<User>> all = new LinkedHashSet<>();
        all.add(creator);
        all.addAll(others);
        if (all.size() == 1) {
            throw Invalid.of(
                    ErrorCode.REQUIRED, "participants", "A direct conversation needs somebody else to talk with");
        }
        return new People(all);
    }

    /** Returns a key that is equal for the same people in any order. */
    public String key() {
        return ids.stream().map(Id::toString).sorted().collect(Collectors.joining(" "));
    }

    public People with(Id<User> user) {
        List<Id<User>> all = new ArrayList<>(ids);
        all.add(user);
        return new People(all);
    }

    /** Makes a title of up to three names, as many as there is room for (R39). */
    public static String title(Collection<User> people) {
        String named = people.stream().limit(NAMED_MAX).map(User::name).collect(Collectors.joining(", "));
        int codePoints = named.codePointCount(0, named.length());
        return codePoints <= ConversationContent.TITLE_MAX
                ? named
                : named.substring(0, named.offsetByCodePoints(0, ConversationContent.TITLE_MAX - 1)) + "…";
    }
}
