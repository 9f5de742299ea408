package dev.cairn.schema.migration;

import dev.cairn.schema.sql.SqlText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A migration.
 *
 * @param name words in lower case with underscores
 * @param back what takes it back
 */
public record Script(int version, String name, Step step, String sql, String back) {
    /** Creates a migration that breaks older versions. */
    public Script(int version, String name, String sql, String back) {
        this(version, name, Step.BREAK, sql, back);
    }

    public static String up(int version, String name) {
        return "V%d__%s.sql".formatted(version, name);
    }

    public static String down(int version, String name) {
        return "U%d__%s.sql".formatted(version, name);
    }

    /** Returns its line in the list of migrations. */
    public String line() {
        return version + " " + name + (step == Step.BREAK ? "" : " " + step.id());
    }

    public String file() {
        return up(version, name);
    }

    public String backFile() {
        return down(version, name);
    }

    public List<SqlText.Statement> statements() {
        return SqlText.statements(sql);
    }

    public List<SqlText.Statement> backStatements() {
        return SqlText.statements(back);
    }

    /** Returns the CRC-32 of the SQL, whatever line ends the file has. */
    public int checksum() {
        CRC32 sum = new CRC32();
        sum.update(sql.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }
}
