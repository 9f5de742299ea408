/** Archives and YAML from untrusted senders. */
@NullMarked
package dev.cairn.interchange.parse;

import org.jspecify.annotations.NullMarked;
