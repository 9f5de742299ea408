package dev.cairn.persistence.setting;

import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The one store of settings: of the system, of users and of projects. */
@Store
abstract class SettingStore implements SettingRepository, GenericRepository<SettingRow, Object> {
    abstract List<SettingRow> findByScopeAndScopeIdOrderByKey(SettingRow.Scope scope, long scopeId);

    @Query("""
            INSERT INTO settings (scope, scope_id, key, value) VALUES (:scope, :scopeId, :key, :value)
            ON CONFLICT (scope, scope_id, key) DO UPDATE SET value = excluded.value
            """)
    abstract void put(SettingRow row);

    @Query("""
            INSERT INTO settings (scope, scope_id, key, value) VALUES (:scope, :scopeId, :key, :value)
            ON CONFLICT DO NOTHING
            """)
    abstract int putFirst(SettingRow.Scope scope, long scopeId, String key, String value);

    abstract int deleteByScopeAndScopeIdAndKey(SettingRow.Scope scope, long scopeId, String key);

    abstract void deleteByScopeAndScopeId(SettingRow.Scope scope, long scopeId);

    @Override
    public SortedMap<SettingKey, Json> all(SettingHome home) {
        SortedMap<SettingKey, Json> found = new TreeMap<>();
        for (SettingRow row :
                findByScopeAndScopeIdOrderByKey(scope(home), home.id().value())) {
            Map.Entry<SettingKey, Json> setting = Errors.reading(row, SettingRow::toDomain);
            found.put(setting.getKey(), setting.getValue());
        }
        return found;
    }

    @Override
    public void put(SettingHome home, SettingKey key, Json value) {
        put(row(home, key, value));
    }

    @Override
    public boolean putFirst(SettingHome home, SettingKey key, Json value) {
        return putFirst(scope(home), home.id().value(), key.value(), value.text()) > 0;
    }

    @Override
    public boolean remove(SettingHome home, SettingKey key) {
        return deleteByScopeAndScopeIdAndKey(scope(home), home.id().value(), key.value()) > 0;
    }

    @Override
    public void removeAll(SettingHome home) {
        deleteByScopeAndScopeId(scope(home), home.id().value());
    }

    private static SettingRow row(SettingHome home, SettingKey key, Json value) {
        return new SettingRow(scope(home), home.id().value(), key.value(), value.text());
    }

    private static SettingRow.Scope scope(SettingHome home) {
        return switch (home) {
            case SettingHome.OfSystem _ -> SettingRow.Scope.SYSTEM;
            case SettingHome.OfUser _ -> SettingRow.Scope.USER;
            case SettingHome.OfProject _ -> SettingRow.Scope.PROJECT;
        };
    }
}
