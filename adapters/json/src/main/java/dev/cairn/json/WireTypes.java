package dev.cairn.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.CollectedTree;
import dev.cairn.domain.collected.ReportTree;
import dev.cairn.domain.collected.ValidationReport;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.interchange.Seen;
import dev.cairn.domain.interchange.SeenTree;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.KeyChoice;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.Username;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads and writes the scalar types of the API, each in its one text form. */
public final class WireTypes {
    private WireTypes() {}

    @SuppressWarnings("rawtypes") // Jackson names generic types by their class
    static SimpleModule module() {
        SimpleModule module = new SimpleModule("cairn");
        module.addSerializer(Id.class, text(Id::toString));
        module.addSerializer(ProjectKey.class, text(ProjectKey::toString));
        module.addSerializer(TicketKey.class, text(TicketKey::toString));
        module.addSerializer(SettingKey.class, text(SettingKey::toString));
        module.addSerializer(Token.class, text(Token::text));
        module.addSerializer(BaseUrl.class, text(BaseUrl::value));
        module.addSerializer(Instant.class, text(Rfc3339::format));
        module.addSerializer(Enum.class, text(Wire::of));
        module.addKeySerializer(Enum.class, key());
        module.addSerializer(RevisionText.class, text(RevisionText::text));
        module.addSerializer(Seen.class, tree(SeenTree::write));
        module.addSerializer(Json.class, raw());
        Numbers.addTo(module);
        module.addDeserializer(String.class, StrictReader.text("a string", Function.identity()));
        module.addDeserializer(Id.class, StrictReader.text("an id, as a string", Id::parse));
        module.addDeserializer(TicketRef.class, StrictReader.text("an id or a key, as a string", TicketRef::parse));
        module.addDeserializer(ProjectRef.class, StrictReader.text("an id or a key, as a string", ProjectRef::parse));
        module.addDeserializer(Instant.class, StrictReader.text("a time, as a string", Rfc3339::parse));
        module.addDeserializer(Json.class, JsonReader.ANY);
        module.addDeserializer(Username.class, StrictReader.text("a string", Username::new));
        module.addDeserializer(Password.class, StrictReader.text("a string", Password::new));
        module.addDeserializer(BaseUrl.class, StrictReader.text("a string", BaseUrl::new));
        module.addDeserializer(ProviderKey.class, StrictReader.text("a string", ProviderKey::new));
        module.addDeserializer(KeyChoice.class, StrictReader.text("a string", ProviderKey::new));
        module.addDeserializer(CollectedData.class, new TreeReader<>(CollectedTree::read));
        module.addDeserializer(ValidationReport.class, new TreeReader<>(ReportTree::read));
        module.addDeserializer(Seen.class, new TreeReader<>(SeenTree::read));
        module.addDeserializer(RevisionText.class, StrictReader.text("a string", RevisionText::of));
        module.setDeserializerModifier(new EnumsInLowerCase());
        return module;
    }

    /** Reads an enum constant by its lower-case name; {@code done} means completed (R31). */
    public static Enum<?> named(Class<?> type, String text) {
        List<Enum<?>> constants = new ArrayList<>();
        for (Object each : type.getEnumConstants()) {
            constants.add((Enum<?>) each);
        }
        String wanted = type == TaskStatus.class && text.equals("done") ? Wire.of(TaskStatus.COMPLETED) : text;
        for (Enum<?> constant : constants) {
            if (Wire.of(constant).equals(wanted)) {
                return constant;
            }
        }
        String allowed = String.join(", ", constants.stream().map(Wire::of).toList());
        throw Invalid.of(ErrorCode.UNKNOWN_VALUE, "", "'%s' is not one of: %s".formatted(Text.excerpt(text), allowed));
    }

    private static <T> JsonSerializer<T> text(Function<T, String> form) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(form.apply(value));
            }
        };
    }

    @SuppressWarnings("rawtypes") // an enum's class is known only at run time
    private static JsonSerializer<Enum> key() {
        return new JsonSerializer<>() {
            @Override
            public void serialize(Enum value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeFieldName(Wire.of(value));
            }
        };
    }

    private static <T> JsonSerializer<T> tree(Function<T, Object> form) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                provider.defaultSerializeValue(form.apply(value), json);
            }
        };
    }

    private static JsonSerializer<Json> raw() {
        return new JsonSerializer<>() {
            @Override
            public void serialize(Json value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeRawValue(value.text());
            }
        };
    }

    private static final class EnumsInLowerCase extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription description,
                JsonDeserializer<?> standard) {
            return StrictReader.text("a string", text -> named(type.getRawClass(), text));
        }
    }
}
