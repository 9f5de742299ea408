package dev.cairn.server.access;

import static dev.cairn.server.access.Entry.claim;
import static dev.cairn.server.access.Entry.manage;
import static dev.cairn.server.access.Entry.read;
import static dev.cairn.server.access.Entry.write;

import dev.cairn.server.access.Entry.Before;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All routes of projects. A new one is missing here, or in {@link PeopleMatrix}, until somebody has decided who may call it. */
final class AccessMatrix {
    /** Of the projects each caller sees, nothing but how many they are. */
    static final Entry COUNTS = read("GET /projects/statistics");

    /** Over all projects, of which each caller gets its own; with what makes a request of it. */
    static final List<Entry> EVERYWHERE = List.of(
            read("GET /projects?q=$key$&limit=200"),
            read("GET /overviews?limit=200"),
            read("GET /activity?limit=200"),
            read("GET /events?after=$before$"),
            read("GET /events/poll?after=$before$"),
            read("GET /claims?limit=200&ended=any"),
            read("GET /jobs?limit=200"),
            read("GET /search?q=$secret$&limit=200"),
            read("GET /conversations?q=$secret$&limit=200"),
            write("POST /conversations", 201, "{\"kind\":\"chat\",\"title\":\"words\"}"),
            write("POST /projects", 201, "{\"key\":\"$fresh$\",\"name\":\"$fresh$\"}"));

    private static final String TOKEN = "{\"fencingToken\":1}";
    private static final String STATUS = "{\"status\":\"in_progress\"}";
    private static final String COMMENT = "{\"content\":\"words\"}";

    private AccessMatrix() {}

    /** Routes that name something in a project. */
    static Stream<Entry> inProjects() {
        return Stream.of(
                        projects(),
                        collected(),
                        artifacts(),
                        members(),
                        conversations(),
                        runs(),
                        files(),
                        memories(),
                        prompts(),
                        tickets(),
                        tasks(),
                        comments(),
                        links(),
                        queues(),
                        items(),
                        claims(),
                        context())
                .flatMap(Function.identity())
                .flatMap(AccessMatrix::alsoByName);
    }

    /** A queue goes by its id alone, and by its name within its project. */
    private static Stream<Entry> alsoByName(Entry entry) {
        return entry.call().template().startsWith("/queues/{queue}")
                ? Stream.of(entry, entry.below("/projects/{project}").where("queue", "queueName"))
                : Stream.of(entry);
    }

    private static Stream<Entry> projects() {
        return Stream.of(
                read("GET /projects/{project}"),
                write("PATCH /projects/{project}", 200, "{\"description\":\"words\"}"),
                manage("DELETE /projects/{project}", 204, null).whileArchived(204),
                manage("DELETE /projects/{project}?purge=true", 204, null)
                        .whileArchived(204)
                        .whenDeleted(204),
                manage("POST /projects/{project}/archive", 200, null),
                manage("POST /projects/{project}/unarchive", 200, null)
                        .after(Before.ARCHIVED_PROJECT)
                        .whileArchived(200),
                manage("POST /projects/{project}/restore", 200, null)
                        .after(Before.DELETED_PROJECT)
                        .whenDeleted(200),
                write("POST /projects/{project}/status", 200, "{\"status\":\"active\"}"),
                read("GET /projects/{project}/overview"),
                read("GET /projects/{project}/settings"),
                write("PATCH /projects/{project}/settings", 200, "{\"autoCompleteTickets\":false}"),
                read("GET /projects/{project}/export"),
                read("GET /activity?project=$project$"),
                read("GET /activity?project=$project$&after=0"),
                read("GET /events?project=$project$&after=$before$"),
                read("GET /events/poll?project=$project$&after=$before$"),
                read("GET /search?q=$secret$&project=$project$"),
                write(
                        "POST /imports?project=$project$&format=beads",
                        200,
                        "{\"id\":\"b-1\",\"title\":\"t\",\"status\":\"open\"}"));
    }

    private static Stream<Entry> collected() {
        return Stream.of(
                read("GET /projects/{project}/collected-data"),
                write("PUT /projects/{project}/collected-data", 200, "{}"),
                write("POST /projects/{project}/collected-data/merge", 200, "{}"),
                write("POST /projects/{project}/validate", 200, null),
                read("GET /projects/{project}/validation"));
    }

    private static Stream<Entry> artifacts() {
        return Stream.of(
                read("GET /projects/{project}/artifacts"),
                write("POST /projects/{project}/artifacts", 201, "{\"title\":\"t\",\"content\":\"c\"}"),
                write("POST /projects/{project}/artifacts/generate", 200, null),
                read("GET /artifacts/{artifact}"),
                write("PATCH /artifacts/{artifact}", 200, "{\"content\":\"c\"}"),
                write("DELETE /artifacts/{artifact}", 204, null),
                manage("DELETE /artifacts/{artifact}?purge=true", 204, null).whenDeleted(204),
                write("POST /artifacts/{artifact}/restore", 409, null).whenDeleted(409),
                write("POST /artifacts/{artifact}/status", 200, "{\"status\":\"validated\"}"),
                read("GET /artifacts/{artifact}/revisions"),
                read("GET /artifacts/{artifact}/revisions/{number}"));
    }

    /** Files that somebody chose, those that matter, and packs of them. */
    private static Stream<Entry> context() {
        return Stream.of(
                read("GET /projects/{project}/selection"),
                read("PUT /projects/{project}/selection", "{\"files\":[\"$file$\"]}")
                        .whileArchived(409),
                read("POST /projects/{project}/selection/add", "{\"files\":[\"$file$\"]}")
                        .whileArchived(409),
                read("POST /projects/{project}/selection/remove", "{\"files\":[]}")
                        .whileArchived(409),
                read("GET /tickets/{ticket}/relevant-files"),
                read("POST /projects/{project}/packs", "{\"tickets\":[\"$ticket$\"],\"files\":[\"$file$\"]}"));
    }

    private static Stream<Entry> members() {
        return Stream.of(
                read("GET /projects/{project}/members"),
                read("GET /projects/{project}/members/{user}"),
                manage("PUT /projects/{project}/members/{user}", 200, "{\"role\":\"editor\"}"),
                manage("DELETE /projects/{project}/members/{user}", 204, null),
                manage("POST /projects/{project}/transfer", 200, "{\"to\":\"$user$\"}"));
    }

    /** Whoever may write may end a run, whatever became of its project. */
    private static Stream<Entry> runs() {
        return Stream.of(
                write("POST /conversations/{conversation}/replies", 202, "{\"agentId\":\"$agent$\"}"),
                read("GET /usage?project=$project$"),
                read("GET /usage?project=$project$&by=day"),
                read("GET /runs/{run}"),
                read("GET /runs/{run}/stream").where("run", "endedRun"),
                write("POST /runs/{run}/cancel", 200, null).whileArchived(200));
    }

    /** Whoever may write may end a run of the index, whatever became of its project. */
    private static Stream<Entry> files() {
        return Stream.of(
                write("POST /projects/{project}/index", 202, null),
                read("GET /jobs/{job}"),
                write("POST /jobs/{job}/cancel", 200, null).whileArchived(200),
                read("GET /projects/{project}/files"),
                read("GET /files/{file}"),
                read("GET /files/{file}/content"),
                read("GET /files/{file}/imports"),
                read("GET /files/{file}/importers"));
    }

    private static Stream<Entry> memories() {
        return Stream.of(
                write("POST /memories", 201, "{\"project\":\"$project$\",\"content\":\"words\"}"),
                read("GET /memories?project=$project$"),
                read("GET /memories/relevant?project=$project$"),
                write("POST /memories/prune", 200, "{\"project\":\"$project$\"}"),
                read("GET /memories/{memory}"),
                write("PATCH /memories/{memory}", 200, COMMENT),
                write("DELETE /memories/{memory}", 204, null),
                write("PUT /memories/{memory}/relations/{other}", 200, "{\"kind\":\"supports\"}")
                        .where("other", "memory2"),
                write("DELETE /memories/{memory}/relations/{other}", 204, null).where("other", "memory2"));
    }

    private static Stream<Entry> prompts() {
        return Stream.of(
                write("POST /projects/{project}/prompts", 201, "{\"title\":\"t\",\"content\":\"c\"}"),
                read("GET /projects/{project}/prompts"),
                read("GET /prompts/{prompt}"),
                write("PATCH /prompts/{prompt}", 200, "{\"content\":\"c\"}"),
                write("DELETE /prompts/{prompt}", 204, null),
                write("POST /prompts/{prompt}/restore", 200, null)
                        .where("prompt", "deletedPrompt")
                        .whenDeleted(409),
                write("POST /prompts/import?project=$project$", 200, "words"),
                read("GET /prompts/export?project=$project$"));
    }

    /** The message is the owner's, so that nobody else edits or deletes it. */
    private static Stream<Entry> conversations() {
        return Stream.of(
                read("GET /projects/{project}/conversations"),
                write("POST /projects/{project}/conversations", 201, "{\"kind\":\"channel\",\"title\":\"words\"}"),
                read("GET /conversations/{conversation}"),
                write("PATCH /conversations/{conversation}", 200, "{\"title\":\"words\"}"),
                write("DELETE /conversations/{conversation}", 204, null),
                manage("DELETE /conversations/{conversation}?purge=true", 204, null)
                        .whenDeleted(204),
                write("POST /conversations/{conversation}/archive", 200, null),
                write("POST /conversations/{conversation}/unarchive", 200, null).after(Before.ARCHIVED_CONVERSATION),
                write("POST /conversations/{conversation}/restore", 200, null)
                        .after(Before.DELETED_CONVERSATION)
                        .whenDeleted(409),
                write("POST /conversations/{conversation}/fork", 201, null),
                write("PUT /conversations/{conversation}/participants/{user}", 200, null),
                write("DELETE /conversations/{conversation}/participants/{user}", 204, null),
                read("PUT /conversations/{conversation}/read", "{\"seq\":1}"),
                write("POST /conversations/{conversation}/messages", 201, COMMENT),
                read("GET /conversations/{conversation}/messages"),
                read("GET /messages/{message}"),
                manage("PATCH /messages/{message}", 200, COMMENT),
                manage("DELETE /messages/{message}", 204, null));
    }

    private static Stream<Entry> tickets() {
        return Stream.of(
                write("POST /projects/{project}/tickets", 201, "{\"title\":\"t\"}"),
                write("POST /projects/{project}/tickets/batch", 201, "{\"items\":[{\"title\":\"t\"}]}"),
                read("GET /projects/{project}/tickets?include=tasks,overview,total"),
                read("GET /projects/{project}/ready"),
                read("GET /tickets/{ticket}"),
                write("PATCH /tickets/{ticket}", 200, "{\"title\":\"t\"}"),
                write("DELETE /tickets/{ticket}", 204, null),
                manage("DELETE /tickets/{ticket}?purge=true", 204, null).whenDeleted(204),
                write("POST /tickets/{ticket}/status", 200, STATUS),
                write("POST /tickets/{ticket}/archive", 200, null),
                write("POST /tickets/{ticket}/unarchive", 200, null).after(Before.ARCHIVED_TICKET),
                write("POST /tickets/{ticket}/restore", 200, null)
                        .after(Before.DELETED_TICKET)
                        .whenDeleted(409));
    }

    private static Stream<Entry> tasks() {
        return Stream.of(
                write("POST /tickets/{ticket}/tasks", 201, COMMENT),
                read("GET /tickets/{ticket}/tasks"),
                write("PUT /tickets/{ticket}/tasks/order", 200, "{\"ids\":[\"$task2$\",\"$task$\"]}"),
                read("GET /tasks/{task}"),
                write("PATCH /tasks/{task}", 200, COMMENT),
                write("POST /tasks/{task}/status", 200, STATUS),
                write("DELETE /tasks/{task}", 204, null));
    }

    /** R34: the comment is the owner's, so that nobody else edits or deletes it. */
    private static Stream<Entry> comments() {
        return Stream.of(
                write("POST /tickets/{ticket}/comments", 201, COMMENT),
                read("GET /tickets/{ticket}/comments"),
                read("GET /comments/{comment}"),
                manage("PATCH /comments/{comment}", 200, COMMENT),
                manage("DELETE /comments/{comment}", 204, null));
    }

    private static Stream<Entry> links() {
        return Stream.of(
                read("GET /tickets/{ticket}/links"),
                write("PUT /tickets/{ticket}/links/{kind}/{other}", 204, null).where("kind", "newKind"),
                write("DELETE /tickets/{ticket}/links/{kind}/{other}", 204, null));
    }

    private static Stream<Entry> queues() {
        return Stream.of(
                write("POST /projects/{project}/queues", 201, "{\"name\":\"another\"}"),
                read("GET /projects/{project}/queues"),
                read("GET /queues/{queue}"),
                write("PATCH /queues/{queue}", 200, "{\"leaseSeconds\":60}"),
                write("DELETE /queues/{queue}", 204, null),
                write("POST /queues/{queue}/pause", 200, null),
                write("POST /queues/{queue}/resume", 200, null),
                write("POST /queues/{queue}/retry-failed", 200, null),
                read("GET /queues/{queue}/stats"));
    }

    private static Stream<Entry> items() {
        return Stream.of(
                write("POST /queues/{queue}/items", 201, "{\"ticketId\":\"$ticket$\"}"),
                read("GET /queues/{queue}/items"),
                write("PUT /queues/{queue}/items/order", 200, "{\"ids\":[\"$item$\"]}"),
                read("GET /queue-items/{item}"),
                write("PATCH /queue-items/{item}", 200, "{\"priority\":\"high\"}"),
                write("DELETE /queue-items/{item}", 204, null),
                write("POST /queue-items/{item}/retry", 200, null).where("item", "failed"));
    }

    /** Holders finish in an archived project (Q6); a claim in a deleted one was cancelled: the lease is lost (Q5). */
    private static Stream<Entry> claims() {
        return Stream.concat(
                Stream.of(
                        claim("POST /queues/{queue}/claims", 201, "{}"),
                        claim("POST /projects/{project}/claims", 201, "{}"),
                        claim("POST /claims", 201, "{\"projects\":[\"$project$\"]}"),
                        read("GET /projects/{project}/claims"),
                        read("GET /queue-items/{item}/claims"),
                        read("GET /claims/{claim}")),
                Stream.of("heartbeat", "complete", "fail", "release")
                        .map(end -> claim("POST /claims/{claim}/" + end, 200, TOKEN)
                                .whileArchived(200)
                                .whenDeleted(409)));
    }
}
