package dev.cairn.benchmarks.http;

import java.util.List;
import java.util.UUID;

/** What the lines of a file say, in turn: a path, or for POST a path, a space and a body in which {@code %d} becomes a number. */
final class LineWorkload implements Workload {
    private final Target target;
    private final List<String> lines;
    private int sent;

    LineWorkload(Target target, List<String> lines) {
        this.target = target;
        this.lines = List.copyOf(lines);
    }

    @Override
    public Request next() {
        String line = lines.get(sent++ % lines.size());
        int space = line.indexOf(' ');
        if (space < 0) {
            return new Request("GET", target.get(line));
        }
        String body = line.substring(space + 1).replace("%d", String.valueOf(sent));
        return new Request("POST", target.post(line.substring(0, space), body, UUID.randomUUID()));
    }
}
