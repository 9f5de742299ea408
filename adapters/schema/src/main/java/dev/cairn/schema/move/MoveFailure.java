package dev.cairn.schema.move;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import dev.cairn.schema.migration.Target;
import dev.cairn.sqlite.SqliteErrors;
import java.sql.SQLException;
import java.util.Locale;

/** Says in words why a database could not be read or filled. */
final class MoveFailure {
    private MoveFailure() {}

    /** @param name of the database that failed */
    static StorageException of(Target database, String name, SQLException e) {
        String why = database.engine() == Engine.SQLITE ? sqlite(e) : postgres(e);
        return new StorageException("%s %s (%s)".formatted(name, why, reason(e)), e);
    }

    private static String reason(SQLException e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static String sqlite(SQLException e) {
        return switch (SqliteErrors.code(e)) {
            case SQLITE_FULL -> "has no room: the disk is full";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "is damaged: cairn db check says where";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> "may not be written by you";
            case SQLITE_BUSY, SQLITE_LOCKED -> "is in use: another program writes in it";
            case SQLITE_CONSTRAINT -> "refuses what the other has: that is damaged, or two moves run at once";
            default -> "failed";
        };
    }

    private static String postgres(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState().toUpperCase(Locale.ROOT);
        return switch (state) {
            case "53100" -> "has no room: the disk is full";
            case "42501" -> "does not allow this to its user: give it the rights of an owner of the database";
            case "3D000" -> "is not there: make it with CREATE DATABASE";
            case "55P03" -> "is in use: a transaction holds its tables";
            case "22021", "22P05", "22P02" -> "cannot hold a text of the other, which is damaged";
            default ->
                switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                    case "08", "57" -> "cannot be reached";
                    case "28" -> "refuses the user or the password";
                    case "53" -> "has no room for this now";
                    case "23" -> "refuses what the other has: that is damaged, or two moves run at once";
                    case "XX" -> "is damaged";
                    default -> "failed";
                };
        };
    }
}
