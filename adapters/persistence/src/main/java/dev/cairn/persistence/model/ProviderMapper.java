package dev.cairn.persistence.model;

import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.persistence.kernel.MappingRules;
import dev.cairn.persistence.kernel.RowMapper;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps providers to their rows and back. */
@Mapper(config = MappingRules.class)
interface ProviderMapper extends RowMapper<ModelProvider, ModelProviderRow> {
    @Override
    @Mapping(target = "content", source = "row")
    @Mapping(target = "lifecycle", source = "row")
    ModelProvider toDomain(ModelProviderRow row);

    @Mapping(target = "price", expression = "java(Conversions.price(row.inputPrice(), row.outputPrice()))")
    ProviderContent content(ModelProviderRow row);

    @Override
    @Mapping(target = ".", source = "content")
    @Mapping(target = ".", source = "lifecycle")
    @Mapping(target = "nameKey", source = "content.name", qualifiedByName = "uniqueKey")
    @Mapping(target = "inputPrice", source = "content.price.input")
    @Mapping(target = "outputPrice", source = "content.price.output")
    ModelProviderRow toRow(ModelProvider root);

    default @Nullable BaseUrl baseUrl(@Nullable String text) {
        return text == null ? null : new BaseUrl(text);
    }

    default @Nullable String text(@Nullable BaseUrl url) {
        return url == null ? null : url.value();
    }

    default @Nullable SealedSecret secret(@Nullable String text) {
        return text == null ? null : new SealedSecret(text);
    }

    default @Nullable String text(@Nullable SealedSecret secret) {
        return secret == null ? null : secret.text();
    }
}
