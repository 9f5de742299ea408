/** Archives and YAML from somebody who may mean no good. */
@NullMarked
package dev.cairn.interchange.parse;

import org.jspecify.annotations.NullMarked;
