package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.domain.user.User;
import dev.cairn.interchange.Problems.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps one issue of GitHub to a ticket. Fields without a counterpart, such as author and address, stay in the metadata. */
final class GithubIssue {
    private static final String MILESTONE = "milestone";
    /** The labels that name a priority, such as {@code priority: high} and {@code P1}. */
    private static final Pattern PRIORITY = Pattern.compile("(?i)(?:priority|prio)\\s?[:/-]\\s?(\\w+)|p([0-4])");

    private final String id;
    private final Source source;
    private final Fitting fit;

    GithubIssue(String id, Source source) {
        this.id = id;
        this.source = source;
        this.fit = new Fitting(source.place(), source.rest(), source.problems());
    }

    /** The external id of the issue with this number. */
    static String id(JsonNode number) {
        return ForeignId.of("#" + number.asText());
    }

    ImportedTicket ticket() {
        String title = source.title("number", id);
        String body = Objects.requireNonNullElse(source.text("body"), "");
        List<String> labels = labels();
        TicketStatus status = status(labels);
        Instant createdAt = source.time("createdAt");
        Instant updatedAt = source.time("updatedAt");
        Instant closedAt = status == TicketStatus.COMPLETED ? source.time("closedAt") : null;
        List<ImportedComment> comments = new GithubComments(id, source, fit).read();
        String parent = parent();
        Set<ImportedLink> links = new LinkedHashSet<>();
        links(links, "blockedBy", false);
        links(links, "blocking", true);
        GithubBody text = new GithubBody(id, body, fit);
        links.addAll(text.links());
        List<ImportedTask> tasks = text.tasks();
        TicketType type = type(labels);
        Priority priority = priority(labels);
        Instant due = milestone(labels);
        source.dropEmpty();
        String fittingTitle = fit.text("title", title, TicketContent.TITLE_MAX);
        String overview = fit.text("body", body, TicketContent.OVERVIEW_MAX);
        List<String> fittingLabels = fit.labels(labels);
        TicketContent content = TicketContent.titled(fittingTitle)
                .with(issue -> issue.type(type)
                        .overview(overview)
                        .priority(priority)
                        .labels(fittingLabels)
                        .dueAt(due)
                        .metadata(fit.json()));
        return ImportedTicket.of(source.place(), id, content, status)
                .with(ticket -> ticket.number(number())
                        .createdAt(createdAt)
                        .updatedAt(updatedAt)
                        .completedAt(closedAt)
                        .parent(parent)
                        .assignee(assignee())
                        .tasks(tasks)
                        .comments(comments)
                        .links(List.copyOf(links)));
    }

    /** The issue's own, as long as tickets are numbered so far. */
    private @Nullable Integer number() {
        return id.matches("#[1-9][0-9]{0,8}") && Integer.parseInt(id.substring(1)) <= TicketKey.NUMBER_WANTED_MAX
                ? Integer.valueOf(id.substring(1))
                : null;
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (JsonNode node : source.array("labels")) {
            if (node instanceof ObjectNode fields) {
                Source label = new Source(id, fields, source.problems());
                String name = label.text("name");
                if (name != null) {
                    labels.add(name);
                }
                label.dropEmpty();
                label.loseRest("labels");
            } else if (node.isTextual()) {
                labels.add(node.textValue());
            } else {
                source.report(Code.MALFORMED, "A label is no text");
            }
        }
        return labels;
    }

    /** Returns the status from the reason for closing: completed, not planned or duplicate; older exports have no reason. */
    private TicketStatus status(List<String> labels) {
        JsonNode closed = source.rest().remove("closed");
        String reason = source.peek("stateReason");
        String state = source.peek("state");
        boolean isClosed = state == null
                ? closed != null && closed.asBoolean()
                : Vocabulary.key(state).equals("closed");
        if (state != null && !isClosed && !Vocabulary.key(state).equals("open")) {
            source.unknown("state", Objects.requireNonNull(source.rest().get("state")));
            labels.add("status:" + state);
            return TicketStatus.BLOCKED;
        }
        source.rest().remove("state");
        String why = reason == null ? "" : Vocabulary.key(reason);
        TicketStatus status = !isClosed
                ? TicketStatus.OPEN
                : switch (why) {
                    case "not-planned", "duplicate" -> TicketStatus.CLOSED;
                    default -> TicketStatus.COMPLETED;
                };
        // Other reasons, such as 'duplicate', say more than the status and stay in the metadata.
        if (Set.of("", "completed", "not-planned", "reopened").contains(why)) {
            source.rest().remove("stateReason");
        }
        return status;
    }

    private @Nullable String assignee() {
        for (JsonNode node : source.rest().path("assignees")) {
            String login = node.path("login").asText("");
            if (!login.isEmpty()) {
                return Fitting.shortened(login, User.NAME_MAX);
            }
        }
        return null;
    }

    private TicketType type(List<String> labels) {
        String given = source.rest().path("issueType").path("name").asText("");
        List<String> words = new ArrayList<>(List.of(given));
        words.addAll(labels);
        for (String word : words) {
            TicketType type = switch (Vocabulary.key(word)) {
                case "bug", "type:bug", "kind/bug" -> TicketType.BUG;
                case "feature", "enhancement", "feature-request", "type:feature", "kind/feature" -> TicketType.FEATURE;
                case "epic" -> TicketType.EPIC;
                default -> null;
            };
            if (type != null) {
                return type;
            }
        }
        return TicketType.TASK;
    }

    private static Priority priority(List<String> labels) {
        for (String label : labels) {
            Matcher found = PRIORITY.matcher(label);
            if (found.matches()) {
                Priority priority = found.group(1) == null
                        ? List.of(Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW, Priority.LOW)
                                .get(Integer.parseInt(found.group(2)))
                        : Vocabulary.priority(found.group(1));
                if (priority != null) {
                    return priority;
                }
            }
        }
        return Priority.NORMAL;
    }

    /** Adds the milestone's title as a label, and returns its due date; the whole stays in the metadata. */
    private @Nullable Instant milestone(List<String> labels) {
        JsonNode milestone = source.rest().path(MILESTONE);
        String title = milestone.path("title").asText("");
        if (!title.isEmpty()) {
            labels.add("milestone:" + title);
        }
        JsonNode due = milestone.path("dueOn");
        return due.isTextual() ? FileTime.read(due) : null;
    }

    private @Nullable String parent() {
        JsonNode parent = source.rest().path("parent");
        if (!parent.path("number").isIntegralNumber() || isElsewhere(parent)) {
            return null;
        }
        String other = id(parent.path("number"));
        source.rest().remove("parent");
        return other;
    }

    /** Adds the links of a field; those to other repositories, or of another form, stay in the metadata. */
    private void links(Set<ImportedLink> links, String field, boolean outgoing) {
        JsonNode value = source.rest().path(field);
        JsonNode nodes = value.isObject() ? value.path("nodes") : value;
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        for (JsonNode node : nodes) {
            JsonNode number = node.isObject() ? node.path("number") : node;
            if (!number.isIntegralNumber() || isElsewhere(node)) {
                left.add(node);
            } else if (id(number).equals(id)) {
                source.report(Code.CYCLE, "%s: names itself".formatted(field));
            } else {
                links.add(new ImportedLink(id, LinkKind.BLOCKS, outgoing, id(number)));
            }
        }
        if (!left.isEmpty()) {
            source.rest().set(field, left);
            source.report(
                    Code.NOT_CARRIED_OVER,
                    "%s: %d of other repositories; kept in metadata".formatted(field, left.size()));
        } else if (nodes.isArray()) {
            source.rest().remove(field);
        }
    }

    /** Whether both say in which repository they are, and it is not the same one. */
    private boolean isElsewhere(JsonNode other) {
        String own = repository(source.rest().path("url").asText(""));
        String theirs = repository(other.path("url").asText(""));
        return !own.isEmpty() && !theirs.isEmpty() && !own.equalsIgnoreCase(theirs);
    }

    private static String repository(String url) {
        int issues = url.lastIndexOf("/issues/");
        return issues < 0 ? "" : url.substring(0, issues);
    }
}
