package dev.cairn.domain.search;

import java.util.List;

/** Ranked full-text search; the engines differ, the answers do not in kind. */
public interface SearchIndex {
    /** Hits in live tickets of live projects, best first. */
    List<SearchHit> search(SearchQuery query);
}
