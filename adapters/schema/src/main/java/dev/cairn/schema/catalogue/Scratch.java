package dev.cairn.schema.catalogue;

import dev.cairn.schema.Engine;
import dev.cairn.schema.model.Ddl;
import dev.cairn.schema.model.Definition;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.sql.SqlText;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An empty database to try things in, of which nothing is left: a SQLite database in memory, or a schema of PostgreSQL in a
 * transaction that is rolled back.
 */
public final class Scratch implements AutoCloseable {
    private final Engine engine;
    private final Connection connection;
    private final Map<String, String> texts = new HashMap<>();

    private Scratch(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /** Opens a connection to PostgreSQL; SQLite needs none. */
    public interface Source {
        Connection open() throws SQLException;
    }

    public static Scratch open(Engine engine, Source source) throws SQLException {
        if (engine == Engine.SQLITE) {
            return new Scratch(engine, DriverManager.getConnection("jdbc:sqlite::memory:"));
        }
        Scratch scratch = new Scratch(engine, source.open());
        boolean made = false;
        try {
            scratch.connection.setAutoCommit(false);
            scratch.run("CREATE SCHEMA cairn_scratch");
            scratch.run("SET LOCAL search_path TO cairn_scratch");
            made = true;
            return scratch;
        } finally {
            if (!made) {
                scratch.close();
            }
        }
    }

    public void run(String statement) throws SQLException {
        try (Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + statement, e.getSQLState(), e.getErrorCode(), e);
        }
    }

    public void run(List<SqlText.Statement> script) throws SQLException {
        for (SqlText.Statement statement : script) {
            run(statement.sql());
        }
    }

    /** Makes everything that the model asks for. */
    public void make(Model model) throws SQLException {
        for (Definition definition : Ddl.of(model, engine)) {
            run(definition.sql());
            texts.put(definition.name(), definition.sql());
        }
    }

    public Catalogue catalogue() throws SQLException {
        return switch (engine) {
            case SQLITE -> SqliteCatalogue.read(connection);
            case POSTGRESQL -> PostgresCatalogue.read(connection, texts);
        };
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }
}
