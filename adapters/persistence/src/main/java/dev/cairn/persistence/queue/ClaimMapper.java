package dev.cairn.persistence.queue;

import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Progress;
import dev.cairn.persistence.kernel.MappingRules;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps claims to their rows and back. */
@Mapper(config = MappingRules.class)
interface ClaimMapper {
    @Mapping(target = "progress", expression = "java(ClaimMapper.progress(row.progressPercent(), row.progressText()))")
    Claim toDomain(ClaimRow row);

    @Mapping(target = "progressPercent", source = "progress.percent")
    @Mapping(target = "progressText", source = "progress.text")
    ClaimRow toRow(Claim claim);

    static @Nullable Progress progress(@Nullable Integer percent, @Nullable String text) {
        return percent == null ? null : new Progress(percent, text);
    }
}
