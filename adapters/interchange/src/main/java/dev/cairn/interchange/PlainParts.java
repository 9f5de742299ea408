package dev.cairn.interchange;

import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.Imported.Plain;
import dev.cairn.application.project.PlainPart;
import dev.cairn.domain.kernel.Named;
import java.util.List;
import java.util.function.Consumer;

/** What plain things of projects are delivered as: the part that knows how to store them is found by their class. */
record PlainParts(List<PlainPart<?>> all) {
    PlainParts {
        all = List.copyOf(all);
    }

    <C extends Record & Named> void deliver(C content, Consumer<Imported> sink) {
        for (PlainPart<?> part : all) {
            if (part.content() == content.getClass()) {
                @SuppressWarnings("unchecked") // its class says so
                PlainPart<C> own = (PlainPart<C>) part;
                sink.accept(new Plain<>(own, content));
                return;
            }
        }
        throw new IllegalStateException("There is no part for " + content.getClass());
    }
}
