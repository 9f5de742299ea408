package dev.cairn.http.agent;

import dev.cairn.application.agent.UsageService;
import dev.cairn.domain.agent.UsageTotal;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Items;
import dev.cairn.http.door.Routes;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tokens and costs of agents' answers (T5). */
@Routes(HttpSettings.BASE + "/usage")
record UsageController(UsageService usage) {
    /** The grouping beside agent and project. */
    enum By {
        DAY
    }

    /**
     * Which runs are added up: those that began in this time, today's unless it is said.
     *
     * @param by the days that are in it, the last 14 unless it is said
     */
    @Introspected
    record Wanted(
            @Nullable ProjectRef project,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable By by) {}

    @Get
    Items<UsageTotal> list(Caller caller, @RequestBean Wanted wanted) {
        return new Items<>(
                wanted.by() == null
                        ? usage.totals(caller, wanted.project(), wanted.since(), wanted.until())
                        : usage.days(caller, wanted.project(), wanted.since(), wanted.until()));
    }
}
