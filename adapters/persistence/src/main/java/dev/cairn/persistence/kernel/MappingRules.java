package dev.cairn.persistence.kernel;

import org.mapstruct.MapperConfig;
import org.mapstruct.MappingConstants;
import org.mapstruct.ReportingPolicy;

/** Rules of all mappers: a field that is not carried through does not compile. */
@MapperConfig(
        componentModel = MappingConstants.ComponentModel.JSR330,
        unmappedTargetPolicy = ReportingPolicy.ERROR,
        uses = Conversions.class)
public interface MappingRules {}
