package dev.cairn.domain.agent;

/** Stores the model usage of file summaries, which have no agent; it is deleted with the project. */
public interface SummaryUseRepository extends UsageSums {
    void insert(SummaryUse use);
}
