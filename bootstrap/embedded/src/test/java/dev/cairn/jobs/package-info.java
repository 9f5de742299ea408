/** Proves of the job runner, with processes that are killed and stopped, that each job ends once. */
@NullMarked
package dev.cairn.jobs;

import org.jspecify.annotations.NullMarked;
