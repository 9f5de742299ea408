package dev.cairn.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStepsTest {
    @Test
    void theDocumentedExampleRuns(@TempDir Path directory) {
        assertThat(FirstSteps.run(directory.resolve("cairn.db"))).isEqualTo("DEMO-1 is done");
    }
}
