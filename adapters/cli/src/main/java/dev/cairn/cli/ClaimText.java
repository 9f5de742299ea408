package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.queue.ClaimService;
import java.io.PrintWriter;

/** Prints a claim for its holder: the ticket, earlier findings, and the commands that end it. */
final class ClaimText {
    private ClaimText() {}

    static void print(PrintWriter out, JsonNode claim) {
        JsonNode ticket = claim.path("ticket");
        String key = Shown.text(ticket.path("key"));
        out.println("%s  %s".formatted(key, Shown.text(ticket.path("title"))));
        line(out, "claim", Shown.text(claim.path("id")));
        line(out, "fencing token", Shown.text(claim.path("fencingToken")));
        line(out, "lease until", Shown.text(claim.path("leaseUntil")));
        line(out, "overview", Shown.text(ticket.path("overview")));
        line(out, "task", Shown.text(claim.path("task").path("content")));
        list(out, "acceptance criteria", ticket.path("acceptanceCriteria"), "");
        list(out, "tasks", ticket.path("tasks"), "status");
        JsonNode comments = claim.path("comments");
        list(out, "comments", comments, "authorName");
        if (comments.size() >= ClaimService.COMMENTS_MAX) {
            out.println("  … and perhaps older ones: cairn comment list %s --all".formatted(key));
        }
        JsonNode before = claim.path("previous");
        line(out, "note of the holder before", Shown.text(before.path("note")));
        line(out, "error of the holder before", Shown.text(before.path("error")));
        line(
                out,
                "progress of the holder before",
                Shown.text(before.path("progress").path("text")));
        out.println("then: cairn note %s TEXT, cairn done %s, cairn fail %s ERROR, cairn release %s"
                .formatted(key, key, key, key));
    }

    private static void line(PrintWriter out, String name, String text) {
        if (!text.isEmpty()) {
            out.println(name + ": " + text.replace("\n", "\n  "));
        }
    }

    private static void list(PrintWriter out, String name, JsonNode things, String mark) {
        if (!things.isEmpty()) {
            out.println(name + ":");
        }
        for (JsonNode thing : things) {
            String text = Shown.text(thing.isObject() ? thing.path("content") : thing);
            String before = mark.isEmpty() ? "" : Shown.text(thing.path(mark)) + ": ";
            out.println("  - " + before + text.replace("\n", "\n    "));
        }
    }
}
