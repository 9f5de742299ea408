package dev.cairn.domain.artifact;

import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.UseCase;
import java.util.List;

/** Draws the use cases inside the system, each with an arrow from its actor. */
final class UseCaseDiagram {
    private UseCaseDiagram() {}

    static String of(String name, CollectedData data) {
        Diagram diagram = new Diagram();
        diagram.actors(data);
        List<UseCase> useCases = data.useCases();
        if (useCases.isEmpty()) {
            diagram.line("system[", MermaidText.quoted(name), "]");
            return diagram.toString();
        }
        diagram.line("subgraph system[", MermaidText.quoted(name), "]");
        for (int i = 0; i < useCases.size(); i++) {
            diagram.line(
                    Diagram.INDENT,
                    "u" + (i + 1),
                    "(",
                    MermaidText.quoted(useCases.get(i).name()),
                    ")");
        }
        diagram.line("end");
        for (int i = 0; i < useCases.size(); i++) {
            String actor = useCases.get(i).actor();
            if (actor != null) {
                diagram.line(diagram.mentioned(actor), " --> u" + (i + 1));
            }
        }
        return diagram.toString();
    }
}
