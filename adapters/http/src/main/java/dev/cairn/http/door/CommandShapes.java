package dev.cairn.http.door;

import dev.cairn.application.pack.PackRequest;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.ticket.StatusChange;
import io.micronaut.core.annotation.Introspected;

/** Commands that are bodies as they are, and are read component by component. */
@Introspected(classes = {ClaimRequest.class, ClaimUpdate.class, PackRequest.class, StatusChange.class})
final class CommandShapes {
    private CommandShapes() {}
}
