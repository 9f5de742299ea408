/** The store of jobs. */
@NullMarked
package dev.cairn.persistence.job;

import org.jspecify.annotations.NullMarked;
