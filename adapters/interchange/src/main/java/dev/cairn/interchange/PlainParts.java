package dev.cairn.interchange;

import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.Imported.Plain;
import dev.cairn.application.project.PlainPart;
import dev.cairn.domain.kernel.Named;
import java.util.List;
import java.util.function.Consumer;

/** The parts that deliver plain things of projects; the part that stores a thing is found by the thing's class. */
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
