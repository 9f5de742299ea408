package dev.cairn.persistence.ticket;

import dev.cairn.domain.search.SearchWords;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.persistence.kernel.MappingRules;
import dev.cairn.persistence.kernel.RowMapper;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps tickets and summaries to their rows and back. */
@Mapper(config = MappingRules.class, imports = SearchWords.class)
interface TicketMapper extends RowMapper<Ticket, TicketRow> {
    @Override
    @Mapping(target = "content", source = "row")
    @Mapping(target = "lifecycle", source = "row")
    Ticket toDomain(TicketRow row);

    TicketContent content(TicketRow row);

    @Override
    @Mapping(target = ".", source = "content")
    @Mapping(target = ".", source = "lifecycle")
    @Mapping(target = "number", source = "key.number")
    @Mapping(
            target = "searchBeside",
            expression = "java(SearchWords.beside(root.content().title(), root.content().overview()))")
    TicketRow toRow(Ticket root);

    @Mapping(target = "claimedBy", expression = "java(null)")
    TicketSummary toSummary(SummaryRow row);
}
