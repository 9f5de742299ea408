package dev.cairn.interchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.TrackerFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** task-master's {@code tasks.json}: tags with tasks, or the older form with the tasks alone. */
final class TaskMasterFormat implements TrackerFormat {
    static final String EXPECTED = "a task-master tasks.json: {\"<tag>\": {\"tasks\": [...]}} or {\"tasks\": [...]}";

    @Override
    public String name() {
        return "taskmaster";
    }

    @Override
    public void read(InputStream file, Consumer<Imported> sink) throws IOException {
        InputStream text = new CheckedUtf8Stream(Encoding.utf8(file, EXPECTED), EXPECTED);
        try (JsonParser parser = EntryReader.parser(text)) {
            new TaskMasterFile(parser, sink).read();
        } catch (JsonProcessingException e) {
            throw Problems.notOfFormat(
                    EXPECTED, "broken JSON at line %d: %s".formatted(line(e), e.getOriginalMessage()));
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }
}
