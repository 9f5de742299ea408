package dev.cairn.domain.artifact;

import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.kernel.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lines of a flowchart and the ids of its actors; ids are made here, names are only ever labels. */
final class Diagram {
    static final String INDENT = "    ";

    private final StringBuilder lines = new StringBuilder("flowchart LR\n");
    private final Map<String, String> actors = new LinkedHashMap<>();

    /** Draws all actors: people round, systems square, external ones with double sides. */
    void actors(CollectedData data) {
        for (Actor actor : data.actors()) {
            String label = MermaidText.quoted(actor.name());
            line(
                    id(actor.name()),
                    switch (actor.type()) {
                        case HUMAN -> "([" + label + "])";
                        case SYSTEM -> "[" + label + "]";
                        case EXTERNAL -> "[[" + label + "]]";
                    });
        }
    }

    /** Answers the id of an actor; draws one that is mentioned before it was drawn. */
    String mentioned(String name) {
        if (!actors.containsKey(Text.uniqueKey(name))) {
            line(id(name), "([" + MermaidText.quoted(name) + "])");
        }
        return id(name);
    }

    void line(String... parts) {
        lines.append(INDENT).append(String.join("", parts)).append('\n');
    }

    String id(String actor) {
        return actors.computeIfAbsent(Text.uniqueKey(actor), _ -> "a" + (actors.size() + 1));
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
