package dev.cairn.domain.artifact;

import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.Entity;
import dev.cairn.domain.kernel.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** Draws the entities as classes, with attributes and relationships; a target that is no entity is a class without any. */
final class ClassDiagram {
    private final StringBuilder lines = new StringBuilder("classDiagram\n");
    private final Map<String, String> ids = new LinkedHashMap<>();

    private ClassDiagram() {}

    static String of(CollectedData data) {
        ClassDiagram diagram = new ClassDiagram();
        data.entities().forEach(diagram::declare);
        data.entities().forEach(diagram::relate);
        if (data.entities().isEmpty()) {
            diagram.line("note \"No entities have been collected\"");
        }
        return diagram.lines.toString();
    }

    private void declare(Entity entity) {
        String id = declared(entity.name());
        for (Entity.Attribute attribute : entity.attributes()) {
            String type = attribute.type() == null ? "" : MermaidText.plain(attribute.type()) + " ";
            line(id + " : +" + type + MermaidText.plain(attribute.name()));
        }
    }

    private void relate(Entity entity) {
        for (Entity.Relationship relationship : entity.relationships()) {
            String label = relationship.label() == null ? "" : " : " + MermaidText.plain(relationship.label());
            String target = declared(relationship.target());
            line(declared(entity.name()) + " --> " + target + label);
        }
    }

    private String declared(String name) {
        String key = Text.uniqueKey(name);
        if (!ids.containsKey(key)) {
            ids.put(key, "c" + (ids.size() + 1));
            line("class " + ids.get(key) + "[" + MermaidText.quoted(name) + "]");
        }
        return ids.getOrDefault(key, "");
    }

    private void line(String text) {
        lines.append(Diagram.INDENT).append(text).append('\n');
    }
}
