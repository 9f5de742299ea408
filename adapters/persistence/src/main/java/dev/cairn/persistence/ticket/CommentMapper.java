package dev.cairn.persistence.ticket;

import dev.cairn.domain.search.SearchWords;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.persistence.kernel.Conversions;
import dev.cairn.persistence.kernel.MappingRules;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps comments to their rows and back. */
@Mapper(
        config = MappingRules.class,
        imports = {Conversions.class, SearchWords.class})
interface CommentMapper {
    @Mapping(target = "deletion", expression = "java(Conversions.deletion(row.deletionId(), row.deletedAt()))")
    Comment toDomain(CommentRow row);

    @Mapping(target = "deletedAt", expression = "java(Conversions.deletedAt(comment.deletion()))")
    @Mapping(target = "deletionId", expression = "java(Conversions.deletionId(comment.deletion()))")
    @Mapping(target = "searchBeside", expression = "java(SearchWords.beside(comment.content()))")
    CommentRow toRow(Comment comment);
}
