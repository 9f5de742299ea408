/** Contract suites, one per port, run against every implementation. */
@NullMarked
package dev.cairn.testkit;

import org.jspecify.annotations.NullMarked;
