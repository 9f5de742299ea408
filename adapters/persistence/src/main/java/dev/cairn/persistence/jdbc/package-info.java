/** Data sources, migrations, transactions, statements and the translation of their errors. */
@NullMarked
package dev.cairn.persistence.jdbc;

import org.jspecify.annotations.NullMarked;
