package dev.cairn.persistence.setting;

import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.persistence.jdbc.Sql;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The one store of settings: of the system, of users and of projects. */
@Singleton
final class SettingStore implements SettingRepository {
    private static final String ALL = "SELECT key, value FROM settings WHERE scope = ? AND scope_id = ? ORDER BY key";
    private static final String PUT = """
            INSERT INTO settings (scope, scope_id, key, value) VALUES (?, ?, ?, ?)
            ON CONFLICT (scope, scope_id, key) DO UPDATE SET value = excluded.value
            """;
    private static final String PUT_FIRST =
            "INSERT INTO settings (scope, scope_id, key, value) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String REMOVE_ALL = "DELETE FROM settings WHERE scope = ? AND scope_id = ?";
    private static final String REMOVE = REMOVE_ALL + " AND key = ?";

    private final Sql sql;

    SettingStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public SortedMap<SettingKey, Json> all(SettingHome home) {
        SortedMap<SettingKey, Json> found = new TreeMap<>();
        sql.query(
                        ALL,
                        row -> Map.entry(new SettingKey(row.text("key")), new Json(row.text("value"))),
                        scope(home),
                        home.id())
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    @Override
    public void put(SettingHome home, SettingKey key, Json value) {
        sql.update(PUT, scope(home), home.id(), key, value);
    }

    @Override
    public boolean putFirst(SettingHome home, SettingKey key, Json value) {
        return sql.update(PUT_FIRST, scope(home), home.id(), key, value) > 0;
    }

    @Override
    public boolean remove(SettingHome home, SettingKey key) {
        return sql.update(REMOVE, scope(home), home.id(), key) > 0;
    }

    @Override
    public void removeAll(SettingHome home) {
        sql.update(REMOVE_ALL, scope(home), home.id());
    }

    private static SettingRow.Scope scope(SettingHome home) {
        return switch (home) {
            case SettingHome.OfSystem _ -> SettingRow.Scope.SYSTEM;
            case SettingHome.OfUser _ -> SettingRow.Scope.USER;
            case SettingHome.OfProject _ -> SettingRow.Scope.PROJECT;
        };
    }
}
