package dev.cairn.http.ticket;

import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.http.door.Parameters;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import jakarta.inject.Singleton;

/**
 * A kind of link in a path, by its wire name. It has a type of its own, as the stores ask the container's conversions for the
 * constant itself, by the name that is stored.
 */
public record LinkWord(LinkKind kind) {
    /** Reads it. */
    @Singleton
    static final class Reader implements TypeConverterRegistrar {
        @Override
        public void register(MutableConversionService values) {
            values.addConverter(
                    String.class,
                    LinkWord.class,
                    text -> new LinkWord(Parameters.constant("kind", LinkKind.class, text)));
        }
    }
}
