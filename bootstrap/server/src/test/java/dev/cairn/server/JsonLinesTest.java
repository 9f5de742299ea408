package dev.cairn.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000007Z");

    private static String line(String message, Map<String, String> context, @Nullable Throwable thrown) {
        LoggerContext loggers = new LoggerContext();
        loggers.setMDCAdapter(new LogbackMDCAdapter());
        Logger logger = loggers.getLogger("dev.cairn.Some");
        LoggingEvent event = new LoggingEvent(Logger.class.getName(), logger, Level.ERROR, message, thrown, null);
        event.setInstant(NOW);
        event.setMDCPropertyMap(context);
        return new String(new JsonLines().encode(event), UTF_8);
    }

    @Test
    void aLineIsOneObjectWhateverIsLogged() throws IOException {
        String hostile = "two\nlines, a \"quote\", a tab\t, \u0000, \u2028 and \ud83d\ude00";
        String line = line(hostile, Map.of("requestId", "abc-1"), new IllegalStateException("first\nsecond"));
        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        JsonNode object = new ObjectMapper().readTree(line);
        assertThat(object.path("message").asText()).isEqualTo(hostile);
        assertThat(object.path("time").asText()).isEqualTo("2026-03-01T10:00:00.000Z");
        assertThat(object.path("level").asText()).isEqualTo("ERROR");
        assertThat(object.path("logger").asText()).isEqualTo("dev.cairn.Some");
        assertThat(object.path("requestId").asText()).isEqualTo("abc-1");
        assertThat(object.path("stack").asText())
                .startsWith("java.lang.IllegalStateException: first\nsecond")
                .contains("JsonLinesTest");
    }

    @Test
    void whatThereIsNotIsNotInIt() {
        assertThat(line("plain", Map.of(), null))
                .isEqualTo(
                        "{\"time\":\"2026-03-01T10:00:00.000Z\",\"level\":\"ERROR\",\"logger\":\"dev.cairn.Some\",\"message\":\"plain\"}\n");
    }
}
