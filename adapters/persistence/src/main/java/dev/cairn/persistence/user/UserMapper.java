package dev.cairn.persistence.user;

import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.persistence.kernel.MappingRules;
import dev.cairn.persistence.kernel.RowMapper;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps users to their rows and back. */
@Mapper(config = MappingRules.class)
interface UserMapper extends RowMapper<User, UserRow> {
    @Override
    @Mapping(target = "content", source = "row")
    @Mapping(target = "lifecycle", source = "row")
    User toDomain(UserRow row);

    UserContent content(UserRow row);

    @Override
    @Mapping(target = ".", source = "content")
    @Mapping(target = ".", source = "lifecycle")
    @Mapping(target = "nameKey", source = "content.name", qualifiedByName = "uniqueKey")
    @Mapping(target = "emailKey", source = "content.email", qualifiedByName = "uniqueKey")
    UserRow toRow(User root);
}
