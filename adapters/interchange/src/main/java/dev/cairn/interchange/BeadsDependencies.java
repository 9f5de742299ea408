package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.interchange.Problems.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dependencies of an issue of beads: at most one parent, and links. Beads writes objects; its command line, and people,
 * write ids, also with the kind before a colon.
 */
record BeadsDependencies(@Nullable String parent, List<ImportedLink> links) {
    private static final String BLOCKS = "blocks";
    private static final String PARENT = "parent-child";
    private static final List<String> FIELDS = List.of("dependencies", "deps", "depends_on", "blocked_by");
    private static final List<String> PARENT_FIELDS = List.of("parent", "parent_id");
    private static final List<String> OTHERS = List.of("depends_on_id", "depends_on", "dependency_id", "target", "id");
    private static final List<String> TYPES = List.of("dependency_type", "dep_type", "type");
    private static final Map<String, LinkKind> OUTGOING = Map.of(
            "discovered-from", LinkKind.DISCOVERED_FROM,
            "related", LinkKind.RELATES_TO,
            "relates-to", LinkKind.RELATES_TO,
            "duplicates", LinkKind.DUPLICATES,
            "supersedes", LinkKind.SUPERSEDES);
    private static final Set<String> INCOMING = Set.of(BLOCKS, "blocked-by", "depends-on");

    /** Takes the dependencies; those of kinds that Cairn does not have are put back. */
    static BeadsDependencies read(String id, Source issue) {
        Reader reader = new Reader(id, issue);
        FIELDS.forEach(reader::readAll);
        for (String field : PARENT_FIELDS) {
            String other = issue.peek(field);
            if (other != null && !reader.isSelf(other)) {
                reader.parent(other);
            }
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

        void readAll(String field) {
            ArrayNode left = JsonNodeFactory.instance.arrayNode();
            for (JsonNode dependency : values(field)) {
                if (!read(dependency)) {
                    left.add(dependency);
                }
            }
            if (!left.isEmpty()) {
                issue.rest().set(field, left);
            }
        }

        /** An array; or a single text, with commas between ids. */
        private List<JsonNode> values(String field) {
            if (!issue.rest().path(field).isTextual()) {
                return issue.array(field);
            }
            List<JsonNode> values = new ArrayList<>();
            for (String part :
                    String.valueOf(issue.rest().remove(field).textValue()).split(",", -1)) {
                if (!part.isBlank()) {
                    values.add(JsonNodeFactory.instance.textNode(part));
                }
            }
            return values;
        }

        /** Reads one dependency; returns whether it was carried over. */
        private boolean read(JsonNode dependency) {
            if (dependency instanceof ObjectNode object) {
                return object(new Source(issue.place(), object.deepCopy(), issue.problems()));
            }
            String text = dependency.isContainerNode() ? "" : Text.trimmed(dependency.asText());
            if (text.isEmpty() || dependency.isNull()) {
                report(Code.MALFORMED, "A dependency lacks what it depends on");
                return false;
            }
            int colon = text.indexOf(':');
            String type = colon < 0 ? "" : Vocabulary.key(text.substring(0, colon));
            boolean named = isKnown(type) && colon + 1 < text.length();
            return link(named ? type : BLOCKS, named ? Text.trimmed(text.substring(colon + 1)) : text);
        }

        private boolean object(Source fields) {
            String owner = fields.text("issue_id");
            String type = fields.firstText(TYPES);
            String other = fields.firstText(OTHERS);
            if (other == null) {
                report(Code.MALFORMED, "A dependency lacks what it depends on");
                return false;
            }
            if (owner != null && !isSelf(owner)) {
                report(Code.MALFORMED, "A dependency names another issue as its owner");
                return false;
            }
            boolean placed = link(type == null ? BLOCKS : type, other);
            if (placed) {
                fields.loseRest("dependencies");
            }
            return placed;
        }

        private boolean link(String word, String other) {
            String type = Vocabulary.key(word);
            if (isKnown(type) && isSelf(other)) {
                report(Code.CYCLE, "Depends on itself (%s)".formatted(type));
                return true;
            }
            if (type.equals(PARENT)) {
                parent(other);
            } else if (INCOMING.contains(type)) {
                links.add(new ImportedLink(issue.place(), LinkKind.BLOCKS, false, ForeignId.of(other)));
            } else {
                LinkKind kind = OUTGOING.get(type);
                if (kind == null) {
                    report(
                            Code.NOT_CARRIED_OVER,
                            "The dependency %s on %s; kept in metadata"
                                    .formatted(Text.excerpt(word), Text.excerpt(other)));
                    return false;
                }
                links.add(new ImportedLink(issue.place(), kind, true, ForeignId.of(other)));
            }
            return true;
        }

        private static boolean isKnown(String type) {
            return type.equals(PARENT) || INCOMING.contains(type) || OUTGOING.containsKey(type);
        }

        boolean isSelf(String other) {
            return ForeignId.of(other).equals(id);
        }

        void parent(String other) {
            String found = ForeignId.of(other);
            if (parent == null || parent.equals(found)) {
                parent = found;
            } else {
                report(
                        Code.SECOND_PARENT,
                        "Has the parent %s; %s is left out".formatted(Text.excerpt(parent), Text.excerpt(other)));
            }
        }

        private void report(Code code, String message) {
            issue.report(code, message);
        }
    }
}
