/** Administration of the database: schema, migrations, backups and moves. */
@NullMarked
package dev.cairn.application.database;

import org.jspecify.annotations.NullMarked;
