package dev.cairn.domain.search;

import dev.cairn.domain.access.Access;
import java.util.List;

/** Searches texts and ranks what it finds; the engines may rank differently. */
public interface SearchIndex {
    /** Answers hits in live tickets of live projects, in live conversations and in live prompts that the caller may see, best first. */
    List<SearchHit> search(Access access, SearchQuery query);
}
