/** Classes that break the rules of persistence on purpose. */
@NullMarked
package dev.cairn.persistence.bad;

import org.jspecify.annotations.NullMarked;
