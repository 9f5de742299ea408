package dev.cairn.http.queue;

import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimService;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.HeldClaim;
import dev.cairn.application.queue.WaitingClaimService;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Answer;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Routes;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

/** The routes of a claim and its end. A write names the claim and its fencing token (Q5). */
@Routes(HttpSettings.BASE)
class ClaimController {
    private final QueueNames names;
    private final ClaimService claims;
    private final WaitingClaimService waiting;

    ClaimController(ClaimService claims, WaitingClaimService waiting, QueueNames names) {
        this.names = names;
        this.waiting = waiting;
        this.claims = claims;
    }

    @Post(uris = {"/queues/{queue}/claims", "/projects/{project}/queues/{queue}/claims"})
    @Idempotent
    Answer<? extends ClaimAnswer> claim(
            Caller caller,
            @PathVariable @Nullable ProjectRef project,
            String queue,
            @Body @MayBeEmpty ClaimRequest wanted,
            Patience patience) {
        Id<Queue> id = names.toClaim(caller, project, queue);
        ClaimResult result = claims.claim(caller, id, wanted);
        switch (result) {
            case Claimed claimed -> patience.took(caller, claimed);
            case NothingToClaim _ -> patience.waitsFor(caller, () -> waiting.sought(caller, id), wanted.patience());
        }
        return ClaimAnswer.of(result);
    }

    @Get("/claims/{claim}")
    ClaimBody get(Caller caller, Id<Claim> claim) {
        return ClaimBody.of(claims.get(caller, claim));
    }

    @Post("/claims/{claim}/heartbeat")
    @Idempotent
    HeldClaim heartbeat(Caller caller, Id<Claim> claim, @Body ClaimUpdate update) {
        return claims.heartbeat(caller, claim, update);
    }

    @Post("/claims/{claim}/complete")
    @Idempotent
    Claim complete(Caller caller, Id<Claim> claim, @Body ClaimUpdate update) {
        return claims.complete(caller, claim, update);
    }

    @Post("/claims/{claim}/fail")
    @Idempotent
    Claim fail(Caller caller, Id<Claim> claim, @Body ClaimUpdate update) {
        return claims.fail(caller, claim, update);
    }

    @Post("/claims/{claim}/release")
    @Idempotent
    Claim release(Caller caller, Id<Claim> claim, @Body ClaimUpdate update) {
        return claims.release(caller, claim, update);
    }
}
