package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.interchange.Problems.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an issue of beads depends on: at most one parent, and links. */
record BeadsDependencies(@Nullable String parent, List<ImportedLink> links) {

    /** Takes the dependencies; those of kinds that Cairn does not have are put back. */
    static BeadsDependencies read(String id, Source issue) {
        Reader reader = new Reader(id, issue);
        List<JsonNode> unknown = new ArrayList<>();
        for (JsonNode dependency : issue.array("dependencies")) {
            if (!reader.read(dependency)) {
                unknown.add(dependency);
            }
        }
        if (!unknown.isEmpty()) {
            issue.rest().putArray("dependencies").addAll(unknown);
        }
        return new BeadsDependencies(reader.parent, List.copyOf(reader.links));
    }

    private static final class Reader {
        private final String id;
        private final Source issue;
        private final Set<ImportedLink> links = new LinkedHashSet<>();
        private @Nullable String parent;

        Reader(String id, Source issue) {
            this.id = id;
            this.issue = issue;
        }

        /** Whether there is a place for it. */
        boolean read(JsonNode dependency) {
            String other = dependency.path("depends_on_id").asText("").strip();
            String type = dependency.path("type").asText("").strip();
            if (!(dependency instanceof ObjectNode fields) || other.isEmpty() || type.isEmpty()) {
                report(Code.MALFORMED, "A dependency lacks its type or what it depends on");
                return false;
            }
            if (!dependency.path("issue_id").asText(id).equals(id)) {
                report(Code.MALFORMED, "A dependency names another issue as its owner");
                return false;
            }
            return read(type, other, fields);
        }

        private boolean read(String type, String other, ObjectNode fields) {
            if (other.equals(id)) {
                report(Code.CYCLE, "Depends on itself (%s)".formatted(Text.excerpt(type)));
                return true;
            }
            switch (type) {
                case "blocks" -> link(LinkKind.BLOCKS, false, other);
                case "parent-child" -> parent(other);
                case "discovered-from" -> link(LinkKind.DISCOVERED_FROM, true, other);
                case "related", "relates-to" -> link(LinkKind.RELATES_TO, true, other);
                case "duplicates" -> link(LinkKind.DUPLICATES, true, other);
                case "supersedes" -> link(LinkKind.SUPERSEDES, true, other);
                default -> {
                    report(
                            Code.NOT_CARRIED_OVER,
                            "The dependency %s on %s; kept in metadata"
                                    .formatted(Text.excerpt(type), Text.excerpt(other)));
                    return false;
                }
            }
            Source rest = new Source(issue.place(), fields.deepCopy(), issue.problems());
            rest.rest().remove(List.of("issue_id", "depends_on_id", "type"));
            rest.loseRest("dependencies");
            return true;
        }

        private void parent(String other) {
            if (parent == null || parent.equals(other)) {
                parent = other;
            } else {
                report(
                        Code.SECOND_PARENT,
                        "Has the parent %s; %s is left out".formatted(Text.excerpt(parent), Text.excerpt(other)));
            }
        }

        private void link(LinkKind kind, boolean outgoing, String other) {
            links.add(new ImportedLink(issue.place(), kind, outgoing, other));
        }

        private void report(Code code, String message) {
            issue.problems().report(issue.place(), code, message);
        }
    }
}
