package dev.cairn.http.activity;

import dev.cairn.application.activity.ActivityService;
import dev.cairn.application.activity.Followed;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Paged;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Routes;
import dev.cairn.http.user.UserNames;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of everything that happened, newest first; or what happened after an entry, to follow it. */
@Routes(HttpSettings.BASE + "/activity")
record ActivityController(ActivityService activity, UserNames names) {
    private static final int TYPES_MAX = 50;
    /** The greatest integer that all readers of JSON take has this many digits. */
    private static final int SEQ_DIGITS_MAX = 16;

    /** The query of the log; with {@code after} it is followed. */
    @Introspected
    record Wanted(
            @Nullable ProjectRef project,
            @Nullable String actor,
            @Nullable Id<?> subject,
            @Nullable String types,
            Paging paging,
            @Nullable String after) {
        ActivityFilter filter(Caller caller, UserNames names) {
            return new ActivityFilter(
                    null, names.asked(caller, actor, "actor"), subject, ActivityController.types(types));
        }
    }

    /** Entries of the log. */
    sealed interface Entries {}

    /** A page of entries, newest first. */
    record Listed(List<Activity> items, @Nullable String nextCursor) implements Entries, Paged {}

    /** The entries behind {@code after}; when the page is full there may be more at once. */
    record Following(List<Activity> items, long after) implements Entries {}

    @Get
    Entries list(Caller caller, @RequestBean Wanted wanted) {
        if (wanted.after() != null) {
            return follow(caller, wanted, wanted.after());
        }
        var page = wanted.paging().by(ActivityLog.SORTS, ActivityLog.NEWEST_FIRST);
        Page<Activity> found = activity.list(caller, wanted.project(), wanted.filter(caller, names), page);
        return new Listed(found.items(), found.nextCursor());
    }

    private Entries follow(Caller caller, Wanted wanted, String after) {
        ActivityFilter filter = wanted.filter(caller, names);
        if (wanted.paging().sort() != null || wanted.paging().cursor() != null) {
            throw Invalid.of(
                    ErrorCode.INVALID, "after", "after follows the log in its order: leave sort and cursor out");
        }
        int limit =
                wanted.paging().by(ActivityLog.SORTS, ActivityLog.NEWEST_FIRST).limit();
        Followed followed = activity.follow(caller, wanted.project(), filter, number(after), limit);
        return new Following(followed.entries(), followed.after());
    }

    private static long number(String text) {
        if (text.isEmpty() || text.length() > SEQ_DIGITS_MAX || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Invalid.of(ErrorCode.FORMAT, "after", "after is the seq of an entry, or 0 to begin with the first");
        }
        return Long.parseLong(text);
    }

    private static List<String> types(@Nullable String text) {
        List<String> types = text == null ? List.of() : Arrays.asList(text.split(",", -1));
        if (types.size() > TYPES_MAX || !types.stream().allMatch(type -> type.matches("[a-z_]{1,40}\\.[a-z_]{1,40}"))) {
            throw Invalid.of(ErrorCode.FORMAT, "types", "types takes names like ticket.created, separated by commas");
        }
        return types;
    }
}
