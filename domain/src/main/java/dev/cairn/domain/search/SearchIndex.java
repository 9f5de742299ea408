package dev.cairn.domain.search;

import dev.cairn.domain.access.Access;
import java.util.List;

/** Ranked full-text search; the engines differ, the answers do not in kind. */
public interface SearchIndex {
    /** Hits in live tickets of live projects that the caller may see, best first. */
    List<SearchHit> search(Access access, SearchQuery query);
}
