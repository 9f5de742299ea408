package dev.cairn.http.queue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimSources;
import dev.cairn.application.queue.ReadyClaim;
import dev.cairn.application.queue.ReadyClaimService;
import dev.cairn.application.queue.WaitingClaimService;
import dev.cairn.application.queue.WideClaim;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Answer;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Routes;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Post;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims straight from the ready list of a project, and over several queues and projects (Q22). */
@Routes(HttpSettings.BASE)
class ReadyClaimController {
    private final ReadyClaimService ready;
    private final WaitingClaimService waiting;

    ReadyClaimController(ReadyClaimService ready, WaitingClaimService waiting) {
        this.ready = ready;
        this.waiting = waiting;
    }

    /** A certain ready ticket, or the next of some kind. */
    @Introspected
    record Wanted(
            @Nullable TicketRef ticket,
            @JsonUnwrapped ClaimRequest request,
            List<String> labels,
            List<TicketType> types,
            @Nullable Priority minPriority) {
        ReadyClaim claim() {
            return new ReadyClaim(request, ticket, new WorkFilter(labels, types, minPriority));
        }
    }

    /** The queues and projects to look for work in. */
    @Introspected
    record Sources(
            List<Id<Queue>> queues,
            List<ProjectRef> projects,
            @JsonUnwrapped ClaimRequest request) {
        ClaimSources sources() {
            return new ClaimSources(queues, projects);
        }
    }

    @Post("/projects/{project}/claims")
    @Idempotent
    Answer<? extends ClaimAnswer> claim(
            Caller caller, ProjectRef project, @Body @MayBeEmpty Wanted wanted, Patience patience) {
        ReadyClaim claim = wanted.claim();
        ClaimResult result = ready.claim(caller, project, claim);
        switch (result) {
            case Claimed claimed -> patience.took(caller, claimed);
            case NothingToClaim _ ->
                patience.waitsFor(
                        caller,
                        () -> waiting.sought(caller, project, claim),
                        wanted.request().patience());
        }
        return ClaimAnswer.of(result);
    }

    @Post("/claims")
    @Idempotent
    Answer<? extends ClaimAnswer> claimAny(Caller caller, @Body @MayBeEmpty Sources body, Patience patience) {
        WideClaim result = ready.claimAny(caller, body.sources(), body.request());
        Claimed claimed = result.claimed();
        if (claimed != null) {
            patience.took(caller, claimed);
        } else {
            patience.waitsFor(
                    caller,
                    () -> waiting.sought(caller, body.sources()),
                    body.request().patience());
        }
        return ClaimAnswer.of(result);
    }
}
