package dev.cairn.http.door;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.ticket.TicketRef;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import jakarta.inject.Singleton;

/**
 * Reads what stands in paths, and refuses what cannot be read by the domain's own errors. The stores use the same
 * conversions: a type that a row holds has no converter here.
 */
@Singleton
final class PathValues implements TypeConverterRegistrar {
    @Override
    public void register(MutableConversionService values) {
        values.addConverter(String.class, ProjectRef.class, ProjectRef::parse);
        values.addConverter(String.class, TicketRef.class, TicketRef::parse);
        values.addConverter(String.class, Id.class, Id::parse);
        values.addConverter(String.class, SettingKey.class, SettingKey::new);
        values.addConverter(String.class, Whole.class, text -> new Whole(Parameters.whole("number", text)));
    }
}
