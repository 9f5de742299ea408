package dev.cairn.persistence.sqlite;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The part of JDBC that forwards to the connection chosen, answers constants, or is refused. */
abstract class ForwardingConnection implements Connection {
    abstract Connection chosen() throws SQLException;

    @Override
    public Statement createStatement() throws SQLException {
        return chosen().createStatement();
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return chosen().prepareStatement(sql);
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        return chosen().prepareCall(sql);
    }

    @Override
    public String nativeSQL(String sql) throws SQLException {
        return chosen().nativeSQL(sql);
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        return chosen().getMetaData();
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        return chosen().getWarnings();
    }

    @Override
    public void clearWarnings() throws SQLException {
        chosen().clearWarnings();
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        return chosen().createStatement(type, concurrency);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        return chosen().prepareStatement(sql, type, concurrency);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        return chosen().prepareCall(sql, type, concurrency);
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        return chosen().createStatement(type, concurrency, holdability);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        return chosen().prepareStatement(sql, type, concurrency, holdability);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        return chosen().prepareCall(sql, type, concurrency, holdability);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
        return chosen().prepareStatement(sql, keys);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] columns) throws SQLException {
        return chosen().prepareStatement(sql, columns);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
        return chosen().prepareStatement(sql, columns);
    }

    @Override
    public boolean getAutoCommit() {
        return true;
    }

    @Override
    public String getCatalog() {
        return "";
    }

    @Override
    public String getSchema() {
        return "";
    }

    @Override
    public int getHoldability() {
        return ResultSet.CLOSE_CURSORS_AT_COMMIT;
    }

    @Override
    public int getTransactionIsolation() {
        return TRANSACTION_SERIALIZABLE;
    }

    @Override
    public String getClientInfo(String name) {
        return "";
    }

    @Override
    public Properties getClientInfo() {
        return new Properties();
    }

    @Override
    public Map<String, Class<?>> getTypeMap() {
        return Map.of();
    }

    @Override
    public int getNetworkTimeout() {
        return 0;
    }

    @Override
    public boolean isValid(int seconds) throws SQLException {
        return !isClosed();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public void setCatalog(String catalog) {
        // the engine has no such thing
    }

    @Override
    public void setSchema(String schema) {
        // the engine has no such thing
    }

    @Override
    public void setHoldability(int holdability) {
        // the engine has no such thing
    }

    @Override
    public void setTransactionIsolation(int level) {
        // the engine has no such thing
    }

    @Override
    public void setClientInfo(String name, String value) {
        // the engine has no such thing
    }

    @Override
    public void setClientInfo(Properties properties) {
        // the engine has no such thing
    }

    @Override
    public void abort(Executor executor) {
        // the engine has no such thing
    }

    @Override
    public void setAutoCommit(boolean on) throws SQLException {
        throw refused();
    }

    @Override
    public void commit() throws SQLException {
        throw refused();
    }

    @Override
    public void rollback() throws SQLException {
        throw refused();
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        throw refused();
    }

    @Override
    public Savepoint setSavepoint() throws SQLException {
        throw refused();
    }

    @Override
    public Savepoint setSavepoint(String name) throws SQLException {
        throw refused();
    }

    @Override
    public void releaseSavepoint(Savepoint savepoint) throws SQLException {
        throw refused();
    }

    @Override
    public void setTypeMap(Map<String, Class<?>> types) throws SQLException {
        throw refused();
    }

    @Override
    public Clob createClob() throws SQLException {
        throw refused();
    }

    @Override
    public Blob createBlob() throws SQLException {
        throw refused();
    }

    @Override
    public NClob createNClob() throws SQLException {
        throw refused();
    }

    @Override
    public SQLXML createSQLXML() throws SQLException {
        throw refused();
    }

    @Override
    public Array createArrayOf(String type, Object[] elements) throws SQLException {
        throw refused();
    }

    @Override
    public Struct createStruct(String type, Object[] attributes) throws SQLException {
        throw refused();
    }

    @Override
    public void setNetworkTimeout(Executor executor, int millis) throws SQLException {
        throw refused();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw refused();
    }

    private static SQLException refused() {
        return new SQLFeatureNotSupportedException(
                "Transactions are opened by SQL; what SQLite has not is not had here");
    }
}
