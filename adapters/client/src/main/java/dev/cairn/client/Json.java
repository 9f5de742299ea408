package dev.cairn.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;

/** The mapper: fields and constants that a newer server adds do no harm. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .addModule(new SimpleModule()
                    .addDeserializer(Instant.class, new ReadTime())
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(new WriteConstant()))
            .build();

    private Json() {}

    static <T> T read(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The server's answer is no " + type.getSimpleName(), e);
        }
    }

    private static final class ReadTime extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        ReadTime() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Instant.parse(parser.getText());
        }
    }

    /** Writes a constant in lower case: {@code IN_PROGRESS} becomes {@code in_progress}. */
    private static final class WriteConstant extends ToStringSerializerBase {
        private static final long serialVersionUID = 1L;

        WriteConstant() {
            super(Enum.class);
        }

        @Override
        public String valueToString(Object constant) {
            return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
        }
    }
}
