package dev.cairn.persistence.kernel;

import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Sha256;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.Price;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Named;

/** Converts types of the domain to columns; null stays null, as the mappers also convert absent values. */
public final class Conversions {
    /**
     * A key has at most this many characters: of at most four bytes each, they stay below the 2,704 bytes of an entry of
     * PostgreSQL's indexes.
     */
    private static final int KEY_MAX = 600;

    private static final int KEY_PREFIX = 200;

    private Conversions() {}

    /** Returns the key under which texts are unique regardless of case (R7). */
    @Named("uniqueKey")
    public static @Nullable String uniqueKey(@Nullable String text) {
        return text == null ? null : Text.uniqueKey(text);
    }

    /** Answers {@link #uniqueKey} of a text that may be longer than PostgreSQL takes into an index: its hash stands for the rest. */
    @Named("boundedKey")
    public static @Nullable String boundedKey(@Nullable String text) {
        String key = uniqueKey(text);
        return key == null || key.length() <= KEY_MAX
                ? key
                : key.substring(0, key.offsetByCodePoints(0, KEY_PREFIX)) + "#" + Sha256.of(key);
    }

    public static Lifecycle lifecycle(RootRow row) {
        return new Lifecycle(
                row.version(),
                row.createdAt(),
                row.updatedAt(),
                row.archivedAt(),
                row.deletedAt(),
                id(row.deletionId()));
    }

    public static <T> @Nullable Id<T> id(@Nullable Long value) {
        return value == null ? null : new Id<>(value);
    }

    public static @Nullable Long number(@Nullable Id<?> id) {
        return id == null ? null : id.value();
    }

    public static @Nullable Json json(@Nullable String text) {
        return text == null ? null : new Json(text);
    }

    public static @Nullable String text(@Nullable Json json) {
        return json == null ? null : json.text();
    }

    public static @Nullable Price price(@Nullable Double input, @Nullable Double output) {
        return input == null || output == null ? null : new Price(input, output);
    }

    public static ProjectKey projectKey(String text) {
        return new ProjectKey(text);
    }

    public static String text(ProjectKey key) {
        return key.value();
    }

    public static TicketKey ticketKey(String text) {
        return TicketKey.parse(text);
    }

    public static String text(TicketKey key) {
        return key.toString();
    }

    public static Priority priority(int rank) {
        return Priority.ofRank(rank);
    }

    public static int rank(Priority priority) {
        return priority.rank();
    }

    public static List<String> texts(String json) {
        return JsonLists.read(json);
    }

    public static String textsJson(List<String> texts) {
        return JsonLists.write(texts);
    }

    public static List<Id<?>> ids(String json) {
        List<String> texts = JsonLists.read(json); // Mostly none, and three such lists in each ticket.
        return texts.isEmpty()
                ? List.of()
                : texts.stream().<Id<?>>map(Id::parse).toList();
    }

    public static String idsJson(List<Id<?>> ids) {
        return JsonLists.write(ids.stream().map(Id::toString).toList());
    }

    public static @Nullable Deletion deletion(@Nullable Long id, @Nullable Instant at) {
        return id == null || at == null ? null : new Deletion(new Id<>(id), at);
    }

    public static @Nullable Long deletionId(@Nullable Deletion deletion) {
        return deletion == null ? null : deletion.id().value();
    }

    public static @Nullable Instant deletedAt(@Nullable Deletion deletion) {
        return deletion == null ? null : deletion.at();
    }
}
