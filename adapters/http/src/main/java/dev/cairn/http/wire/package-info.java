/** How requests are read and answers written: strict JSON, versions, pages, idempotent POSTs. */
@NullMarked
package dev.cairn.http.wire;

import org.jspecify.annotations.NullMarked;
