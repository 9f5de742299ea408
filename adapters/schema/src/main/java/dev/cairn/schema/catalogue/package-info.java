/** What a database has, in the words of its engine, and in what two databases differ. */
@NullMarked
package dev.cairn.schema.catalogue;

import org.jspecify.annotations.NullMarked;
