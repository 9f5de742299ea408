package dev.cairn.http.door;

import dev.cairn.application.pack.PackRequest;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.selection.DeselectFiles;
import dev.cairn.application.selection.SelectFiles;
import dev.cairn.application.ticket.StatusChange;
import io.micronaut.core.annotation.Introspected;

/** Commands that are bodies as they are, and are read component by component. */
@Introspected(
        classes = {
            ClaimRequest.class,
            ClaimUpdate.class,
            DeselectFiles.class,
            PackRequest.class,
            SelectFiles.class,
            StatusChange.class
        })
final class CommandShapes {
    private CommandShapes() {}
}
