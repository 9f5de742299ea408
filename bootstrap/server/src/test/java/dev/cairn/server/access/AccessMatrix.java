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

    /** The same for everybody who has shown a token. */
    static final Call INDEX = Call.of("GET ", null);

    /** Over all projects, of which each caller gets its own; with what makes a request of it. */
    static final List<Entry> EVERYWHERE = List.of(
            read("GET /projects?q=$key$&limit=200"),
            read("GET /overviews?limit=200"),
            read("GET /activity?limit=200"),
            read("GET /claims?limit=200&ended=any"),
            read("GET /search?q=$secret$&limit=200"),
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
                        tickets(),
                        tasks(),
                        comments(),
                        links(),
                        queues(),
                        items(),
                        claims())
                .flatMap(Function.identity())
                .flatMap(AccessMatrix::alsoByName);
    }

    /** A queue goes by its id alone, and by its name within its project. */
    private static Stream<Entry> alsoByName(Entry entry) {
        return entry.call().template().startsWith("/queues/{q}")
                ? Stream.of(entry, entry.below("/projects/{p}").where("q", "queueName"))
                : Stream.of(entry);
    }

    private static Stream<Entry> projects() {
        return Stream.of(
                read("GET /projects/{p}"),
                write("PATCH /projects/{p}", 200, "{\"description\":\"words\"}"),
                manage("DELETE /projects/{p}", 204, null).whileArchived(204),
                manage("DELETE /projects/{p}?purge=true", 204, null)
                        .whileArchived(204)
                        .whenDeleted(204),
                manage("POST /projects/{p}/archive", 200, null),
                manage("POST /projects/{p}/unarchive", 200, null)
                        .after(Before.ARCHIVED_PROJECT)
                        .whileArchived(200),
                manage("POST /projects/{p}/restore", 200, null)
                        .after(Before.DELETED_PROJECT)
                        .whenDeleted(200),
                write("POST /projects/{p}/status", 200, "{\"status\":\"active\"}"),
                read("GET /projects/{p}/overview"),
                read("GET /projects/{p}/settings"),
                write("PATCH /projects/{p}/settings", 200, "{\"autoCompleteTickets\":false}"),
                read("GET /projects/{p}/export"),
                read("GET /activity?project=$p$"),
                read("GET /activity?project=$p$&after=0"),
                read("GET /search?q=$secret$&project=$p$"),
                write(
                        "POST /imports?project=$p$&format=beads",
                        200,
                        "{\"id\":\"b-1\",\"title\":\"t\",\"status\":\"open\"}"));
    }

    private static Stream<Entry> collected() {
        return Stream.of(
                read("GET /projects/{p}/collected-data"),
                write("PUT /projects/{p}/collected-data", 200, "{}"),
                write("POST /projects/{p}/collected-data/merge", 200, "{}"),
                write("POST /projects/{p}/validate", 200, null),
                read("GET /projects/{p}/validation"));
    }

    private static Stream<Entry> artifacts() {
        return Stream.of(
                read("GET /projects/{p}/artifacts"),
                write("POST /projects/{p}/artifacts", 201, "{\"title\":\"t\",\"content\":\"c\"}"),
                write("POST /projects/{p}/artifacts/generate", 200, null),
                read("GET /artifacts/{a}"),
                write("PATCH /artifacts/{a}", 200, "{\"content\":\"c\"}"),
                write("DELETE /artifacts/{a}", 204, null),
                manage("DELETE /artifacts/{a}?purge=true", 204, null).whenDeleted(204),
                write("POST /artifacts/{a}/restore", 409, null).whenDeleted(409),
                write("POST /artifacts/{a}/status", 200, "{\"status\":\"validated\"}"),
                read("GET /artifacts/{a}/revisions"),
                read("GET /artifacts/{a}/revisions/{number}"));
    }

    private static Stream<Entry> members() {
        return Stream.of(
                read("GET /projects/{p}/members"),
                read("GET /projects/{p}/members/{user}"),
                manage("PUT /projects/{p}/members/{user}", 200, "{\"role\":\"editor\"}"),
                manage("DELETE /projects/{p}/members/{user}", 204, null),
                manage("POST /projects/{p}/transfer", 200, "{\"to\":\"$user$\"}"));
    }

    private static Stream<Entry> conversations() {
        return Stream.of(
                read("GET /projects/{p}/conversations"),
                read("GET /conversations/{c}").where("c", "channel"),
                read("GET /conversations/{c}/messages").where("c", "channel"));
    }

    private static Stream<Entry> tickets() {
        return Stream.of(
                write("POST /projects/{p}/tickets", 201, "{\"title\":\"t\"}"),
                write("POST /projects/{p}/tickets/batch", 201, "{\"items\":[{\"title\":\"t\"}]}"),
                read("GET /projects/{p}/tickets?include=tasks,overview,total"),
                read("GET /projects/{p}/ready"),
                read("GET /tickets/{t}"),
                write("PATCH /tickets/{t}", 200, "{\"title\":\"t\"}"),
                write("DELETE /tickets/{t}", 204, null),
                manage("DELETE /tickets/{t}?purge=true", 204, null).whenDeleted(204),
                write("POST /tickets/{t}/status", 200, STATUS),
                write("POST /tickets/{t}/archive", 200, null),
                write("POST /tickets/{t}/unarchive", 200, null).after(Before.ARCHIVED_TICKET),
                write("POST /tickets/{t}/restore", 200, null)
                        .after(Before.DELETED_TICKET)
                        .whenDeleted(409));
    }

    private static Stream<Entry> tasks() {
        return Stream.of(
                write("POST /tickets/{t}/tasks", 201, COMMENT),
                read("GET /tickets/{t}/tasks"),
                write("PUT /tickets/{t}/tasks/order", 200, "{\"ids\":[\"$k2$\",\"$k$\"]}"),
                read("GET /tasks/{k}"),
                write("PATCH /tasks/{k}", 200, COMMENT),
                write("POST /tasks/{k}/status", 200, STATUS),
                write("DELETE /tasks/{k}", 204, null));
    }

    /** R34: the comment is the owner's, so that nobody else edits or deletes it. */
    private static Stream<Entry> comments() {
        return Stream.of(
                write("POST /tickets/{t}/comments", 201, COMMENT),
                read("GET /tickets/{t}/comments"),
                read("GET /comments/{c}").where("c", "comment"),
                manage("PATCH /comments/{c}", 200, COMMENT).where("c", "comment"),
                manage("DELETE /comments/{c}", 204, null).where("c", "comment"));
    }

    private static Stream<Entry> links() {
        return Stream.of(
                read("GET /tickets/{t}/links"),
                write("PUT /tickets/{t}/links/{kind}/{other}", 204, null).where("kind", "newKind"),
                write("DELETE /tickets/{t}/links/{kind}/{other}", 204, null));
    }

    private static Stream<Entry> queues() {
        return Stream.of(
                write("POST /projects/{p}/queues", 201, "{\"name\":\"another\"}"),
                read("GET /projects/{p}/queues"),
                read("GET /queues/{q}"),
                write("PATCH /queues/{q}", 200, "{\"leaseSeconds\":60}"),
                write("DELETE /queues/{q}", 204, null),
                write("POST /queues/{q}/pause", 200, null),
                write("POST /queues/{q}/resume", 200, null),
                write("POST /queues/{q}/retry-failed", 200, null),
                read("GET /queues/{q}/stats"));
    }

    private static Stream<Entry> items() {
        return Stream.of(
                write("POST /queues/{q}/items", 201, "{\"ticketId\":\"$t$\"}"),
                read("GET /queues/{q}/items"),
                write("PUT /queues/{q}/items/order", 200, "{\"ids\":[\"$i$\"]}"),
                read("GET /queue-items/{i}"),
                write("PATCH /queue-items/{i}", 200, "{\"priority\":\"high\"}"),
                write("DELETE /queue-items/{i}", 204, null),
                write("POST /queue-items/{i}/retry", 200, null).where("i", "failed"));
    }

    /** Holders finish in an archived project (Q6); a claim in a deleted one was cancelled: the lease is lost (Q5). */
    private static Stream<Entry> claims() {
        return Stream.concat(
                Stream.of(
                        claim("POST /queues/{q}/claims", 201, "{}"),
                        claim("POST /projects/{p}/claims", 201, "{}"),
                        claim("POST /claims", 201, "{\"projects\":[\"$p$\"]}"),
                        read("GET /projects/{p}/claims"),
                        read("GET /queue-items/{i}/claims"),
                        read("GET /claims/{c}").where("c", "claim")),
                Stream.of("heartbeat", "complete", "fail", "release")
                        .map(end -> claim("POST /claims/{c}/" + end, 200, TOKEN)
                                .where("c", "claim")
                                .whileArchived(200)
                                .whenDeleted(409)));
    }
}
