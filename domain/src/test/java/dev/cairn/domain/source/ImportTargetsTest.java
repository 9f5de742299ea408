package dev.cairn.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTargetsTest {
    private static final ImportTargets TARGETS = new ImportTargets(List.of(
            "README.md",
            "core/src/main/java/org/app/Main.java",
            "core/src/main/java/org/app/Names.java",
            "core/src/test/java/org/app/NamesTest.java",
            "tools/src/main/java/org/app/Names.java",
            "util/src/main/java/org/app/util/Text.java",
            "web/src/index.ts",
            "web/src/app.tsx",
            "web/src/style.css",
            "web/src/router/index.ts",
            "web/src/router/types.d.ts",
            "web/src/legacy.js",
            "web/lib/plain.mjs",
            "web/lib/typed.mts",
            "py/src/pkg/__init__.py",
            "py/src/pkg/json.py",
            "py/src/pkg/models.py",
            "py/src/pkg/sub/__init__.py",
            "py/src/pkg/sub/deep.py",
            "py/tests/conftest.py",
            "py/tests/test_models.py",
            "setup.py"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "core/src/main/java/org/app/Main.java, org.app.Names, core/src/main/java/org/app/Names.java",
                "tools/src/main/java/org/app/Names.java, org.app.util.Text, util/src/main/java/org/app/util/Text.java",
                "core/src/main/java/org/app/Main.java, org.app.util.Text.Inner.of, util/src/main/java/org/app/util/Text.java",
                "core/src/main/java/org/app/Main.java, org.app.util.Text.*, util/src/main/java/org/app/util/Text.java",
                "core/src/main/java/org/app/Main.java, org.app.util.*, util/src/main/java/org/app/util/Text.java",
                "core/src/main/java/org/app/Main.java, java.util.List, -",
                "core/src/main/java/org/app/Main.java, app.Names2, -",
                "core/src/main/java/org/app/Main.java, org.app.Main, -",
                "web/src/index.ts, ./app, web/src/app.tsx",
                "web/src/index.ts, ./app.js, web/src/app.tsx",
                "web/src/index.ts, ./style.css?inline, web/src/style.css",
                "web/src/index.ts, ./router, web/src/router/index.ts",
                "web/src/router/index.ts, ./types, web/src/router/types.d.ts",
                "web/src/router/index.ts, .., web/src/index.ts",
                "web/src/router/index.ts, ../legacy, web/src/legacy.js",
                "web/src/router/index.ts, @/app, web/src/app.tsx",
                "web/lib/plain.mjs, ./typed.mjs, web/lib/typed.mts",
                "web/src/index.ts, ../../../../etc/passwd, -",
                "web/src/index.ts, react, -",
                "py/tests/test_models.py, pkg.models.User, py/src/pkg/models.py",
                "py/tests/test_models.py, pkg, py/src/pkg/__init__.py",
                "py/tests/test_models.py, pkg.sub.deep, py/src/pkg/sub/deep.py",
                "py/tests/test_models.py, conftest, py/tests/conftest.py",
                "py/src/pkg/models.py, json, -",
                "py/src/pkg/models.py, .json, py/src/pkg/json.py",
                "py/src/pkg/models.py, .User, py/src/pkg/__init__.py",
                "py/src/pkg/sub/deep.py, ..models.User, py/src/pkg/models.py",
                "py/src/pkg/sub/deep.py, .....x, -",
                "setup.py, os.path, -",
                "README.md, ./setup.py, -"
            })
    void anImportMeansAFileOfTheProject(String from, String imported, String file) {
        assertThat(TARGETS.of(from, imported)).isEqualTo(file == null ? List.of() : List.of(file));
    }

    @Test
    void anImportOfAPackageMeansAllOfIt() {
        assertThat(TARGETS.of("util/src/main/java/org/app/util/Text.java", "org.app.*"))
                .containsExactly(
                        "core/src/main/java/org/app/Main.java",
                        "core/src/main/java/org/app/Names.java",
                        "core/src/test/java/org/app/NamesTest.java",
                        "tools/src/main/java/org/app/Names.java");
    }
}
