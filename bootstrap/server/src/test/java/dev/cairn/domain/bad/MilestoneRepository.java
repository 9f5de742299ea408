package dev.cairn.domain.bad;

import dev.cairn.domain.kernel.Repository;

/** Bad: the store of something in projects that anybody finds. */
public interface MilestoneRepository extends Repository<String> {}
