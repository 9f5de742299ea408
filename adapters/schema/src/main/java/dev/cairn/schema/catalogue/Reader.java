package dev.cairn.schema.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads one row of a result. */
interface Reader<T> {
    T read(ResultSet row) throws SQLException;

    /** Reads all rows that are left. */
    static <T> List<T> all(ResultSet row, Reader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        while (row.next()) {
            found.add(reader.read(row));
        }
        return found;
    }
}
