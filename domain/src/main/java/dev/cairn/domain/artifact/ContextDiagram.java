package dev.cairn.domain.artifact;

import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.CollectedData;

/** Draws the system in the middle, with its actors and external boundaries around it; the goals are on the arrows. */
final class ContextDiagram {
    private ContextDiagram() {}

    static String of(String name, CollectedData data) {
        Diagram diagram = new Diagram();
        diagram.line("system{{", MermaidText.quoted(name), "}}");
        diagram.actors(data);
        for (Actor actor : data.actors()) {
            String goals =
                    actor.goals().isEmpty() ? "" : "|" + MermaidText.quoted(String.join(", ", actor.goals())) + "|";
            diagram.line(
                    diagram.id(actor.name()),
                    switch (actor.type()) {
                        case HUMAN -> " -->";
                        case SYSTEM, EXTERNAL -> " <-->";
                    },
                    goals,
                    " system");
        }
        int outside = 1;
        for (String external : data.boundaries().external()) {
            String id = "x" + outside++;
            diagram.line(id, "[[", MermaidText.quoted(external), "]]");
            diagram.line("system -.- ", id);
        }
        return diagram.toString();
    }
}
