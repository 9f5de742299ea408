package dev.cairn.persistence.prompt;

import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.search.SearchWords;
import dev.cairn.persistence.kernel.MappingRules;
import dev.cairn.persistence.kernel.RowMapper;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps prompts to their rows and back. */
@Mapper(config = MappingRules.class)
interface PromptMapper extends RowMapper<Prompt, PromptRow> {
    /**
     * The longest text indexed for scripts without spaces; of a longer one only its beginning, as PostgreSQL's index takes no
     * more.
     */
    int BESIDE_MAX = 50_000;

    @Override
    @Mapping(target = "content", source = "row")
    @Mapping(target = "lifecycle", source = "row")
    Prompt toDomain(PromptRow row);

    PromptContent content(PromptRow row);

    @Override
    @Mapping(target = ".", source = "content")
    @Mapping(target = ".", source = "lifecycle")
    @Mapping(target = "content", source = "content.content")
    @Mapping(target = "titleKey", source = "content.title", qualifiedByName = "uniqueKey")
    @Mapping(target = "searchBeside", expression = "java(beside(root.content()))")
    PromptRow toRow(Prompt root);

    /** The words of a prompt that the engines do not see (ADR 23). */
    default @Nullable String beside(PromptContent prompt) {
        String text = prompt.content();
        return SearchWords.beside(prompt.title(), text.length() <= BESIDE_MAX ? text : text.substring(0, BESIDE_MAX));
    }
}
