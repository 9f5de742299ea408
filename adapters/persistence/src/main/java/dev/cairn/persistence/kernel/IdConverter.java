package dev.cairn.persistence.kernel;

import dev.cairn.domain.kernel.Id;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Converts ids to the numbers that columns hold, where generated queries take them as parameters. */
@Singleton
final class IdConverter implements TypeConverter<Id<?>, Long> {
    @Override
    public Optional<Long> convert(Id<?> id, Class<Long> type, ConversionContext context) {
        return Optional.of(id.value());
    }
}
