package dev.cairn.interchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.interchange.parse.Yaml;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown file of Backlog.md: the fields of its front matter, and what follows them. */
record BacklogFile(Source fields, String body) {
    /** The longest front matter that is read; a file with more is refused. */
    private static final int FRONT_MATTER_MAX = 64 * 1024;

    private static final Pattern FRONT =
            Pattern.compile("\\A\\s*---[ \\t]*\\n(.*?)\\n---[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);
    /** Backlog.md's own writing of people, which YAML takes for nothing: {@code assignee: @ada}, {@code [@ada, @tim]}. */
    private static final Pattern PEOPLE =
            Pattern.compile("(?m)^([ \\t]*+(?:assignee|reporter)[ \\t]*+:[ \\t]*+|[ \\t]*+-[ \\t]++)([^@\\v]*+@.*)$");

    private static final Pattern PERSON = Pattern.compile("(?<![\"'\\w@])@[^\\s,\\[\\]\"']+");

    /** The folder in which a task lies, which decides its status. */
    enum Shelf {
        TASKS,
        COMPLETED,
        DRAFTS,
        ARCHIVED_TASKS,
        ARCHIVED_DRAFTS;

        boolean draft() {
            return this == DRAFTS || this == ARCHIVED_DRAFTS;
        }

        boolean archived() {
            return this == ARCHIVED_TASKS || this == ARCHIVED_DRAFTS;
        }
    }

    /** @throws Invalid {@code format} when it has no front matter, or that is no YAML */
    static BacklogFile of(String name, String text, Problems problems) {
        String lines = text.replace("\uFEFF", "").replace("\r\n", "\n");
        Matcher front = FRONT.matcher(lines);
        if (!front.find() || front.end(1) > FRONT_MATTER_MAX) {
            throw Invalid.of(ErrorCode.FORMAT, "", "it does not begin with front matter");
        }
        String yaml = PEOPLE.matcher(front.group(1))
                .replaceAll(line -> Matcher.quoteReplacement(
                        line.group(1) + PERSON.matcher(line.group(2)).replaceAll("\"$0\"")));
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        Yaml.mapping(yaml).forEach((key, value) -> fields.set(key, Yaml.json(value)));
        return new BacklogFile(new Source(name, fields, problems), lines.substring(front.end()));
    }
}
