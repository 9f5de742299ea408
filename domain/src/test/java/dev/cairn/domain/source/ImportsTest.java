package dev.cairn.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Imports are those of the code, whatever comments and strings say. */
class ImportsTest {
    private static final int SOURCES = 2_000;
    private static final int PIECES_MAX = 12;

    /** A piece of source, and what it imports. */
    private record Piece(String text, List<String> imports) {
        static Piece of(String text, String... imports) {
            return new Piece(text, List.of(imports));
        }
    }

    private static List<Piece> pieces(SourceLanguage language) {
        return switch (language) {
            case JAVA ->
                List.of(
                        Piece.of("import java.util.List;", "java.util.List"),
                        Piece.of("import java.util.*;", "java.util.*"),
                        Piece.of("import static a.b.C.*; import a.D;", "a.b.C.*", "a.D"),
                        Piece.of("  import\tstatic\n a.b . C\n.d ;", "a.b.C.d"),
                        Piece.of("import /* import x.Y; */ a.Größe$In;", "a.Größe$In"),
                        Piece.of("import module java.base;"),
                        Piece.of("// import not.This;"),
                        Piece.of("/* import not.This;\n * import nor.That; \" */"),
                        Piece.of("String s = \"import not.This;\";"),
                        Piece.of("String s = \"\\\" import not.This; \\\\\";"),
                        Piece.of("String s = \"\"\"\n  import not.This; \" \\\"\"\" \"\" import nor.That;\n\"\"\";"),
                        Piece.of("char c = '\"'; char d = '\\''; char e = '\\\\';"),
                        Piece.of("int reimport = 1; this.important(); $import.x();"),
                        Piece.of("String url = \"http://a//b\"; int x = 4 / 2; /**/"));
            case TYPESCRIPT ->
                List.of(
                        Piece.of("import a from './a'", "./a"),
                        Piece.of("import './styles.css';", "./styles.css"),
                        Piece.of("import type { B, C as D }\n  from \"../b\" with { type: 'json' }", "../b"),
                        Piece.of("export * from './all'; export { x } from\"./x\"", "./all", "./x"),
                        Piece.of("const l = await import('./lazy'), m = import(/* now */ `./now`)", "./lazy", "./now"),
                        Piece.of("import fs = require(\"node:fs\")", "node:fs"),
                        Piece.of("const t = `a ${await import(`./inner`)} import './not' }`", "./inner"),
                        Piece.of("const u = `${ {a: {b: `}`}} } from './not' ${'}'} \\` from './nor'`"),
                        Piece.of("// import './not'"),
                        Piece.of("/* export * from './not' ` ' */"),
                        Piece.of("const s = \"import './not' \\\" from './nor'\""),
                        Piece.of("const r = /['\"`]/g; const q = [/\\/`/, /[/'`]/]; return /'/"),
                        Piece.of("const h = a / b; const i = (a) / b; const j = \"a\" / 'b'.length"),
                        Piece.of("<p>Don't {'import './**/}</p>"),
                        Piece.of("Array.from('./not'); obj.import('./not'); reimport('./not'); $require('./not')"),
                        Piece.of("import(`./${name}`)"));
            case PYTHON ->
                List.of(
                        Piece.of("import os", "os"),
                        Piece.of("import a.b as c, d , e.f", "a.b", "d", "e.f"),
                        Piece.of("from . import x", ".x"),
                        Piece.of(
                                "from .. pkg . mod import (  # why\n    y as z,\n    w,\n)",
                                "..pkg.mod.y",
                                "..pkg.mod.w"),
                        Piece.of("from .import_me import *", ".import_me"),
                        Piece.of("from m import a, \\\n    b", "m.a", "m.b"),
                        Piece.of("if x: import late; from even import later", "late", "even.later"),
                        Piece.of("    from größe import maß", "größe.maß"),
                        Piece.of("# import no"),
                        Piece.of("s = 'import no'; t = \"\\\" \\\nimport no\""),
                        Piece.of("\"\"\"\nimport no\n' \" \\\"\"\" \nfrom no import no\n\"\"\""),
                        Piece.of("r'''\nimport no\n'''"),
                        Piece.of("raise Error from error"),
                        Piece.of("f\"{x!r} import no\"; importlib.import_module('no'); x = important"));
        };
    }

    @ParameterizedTest
    @EnumSource
    void commentsAndStringsImportNothing(SourceLanguage language) {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        System.err.println("seed " + seed + ": again with -Dcairn.seed=" + seed);
        Random random = new Random(seed);
        List<Piece> all = pieces(language);
        for (int i = 0; i < SOURCES; i++) {
            List<String> text = new ArrayList<>();
            Set<String> imports = new LinkedHashSet<>();
            for (int n = random.nextInt(PIECES_MAX); n >= 0; n--) {
                Piece piece = all.get(random.nextInt(all.size()));
                text.add(piece.text());
                imports.addAll(piece.imports());
            }
            String source = String.join(random.nextBoolean() ? "\n" : "\r\n", text);
            assertThat(imports(language, source)).as(source).containsExactlyElementsOf(imports);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverATextIsItIsReadToItsEnd(SourceLanguage language) {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        System.err.println("seed " + seed + ": again with -Dcairn.seed=" + seed);
        Random random = new Random(seed);
        List<String> all =
                new ArrayList<>(pieces(language).stream().map(Piece::text).toList());
        Collections.addAll(all, "'", "\"", "\"\"\"", "`", "${", "}", "/*", "*/", "\\", "/", "\ud83d", "#", "(", "\0");
        for (int i = 0; i < SOURCES; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(2 * PIECES_MAX); n >= 0; n--) {
                String piece = all.get(random.nextInt(all.size()));
                text.append(piece, 0, random.nextInt(piece.length() + 1)).append(random.nextBoolean() ? "\n" : "");
            }
            String blanked = Blanked.of(language, text.toString());
            assertThat(blanked).hasSameSizeAs(text);
            assertThat(blanked.lines().count())
                    .isEqualTo(text.toString().lines().count());
            assertThat(imports(language, text.toString())).doesNotContain("");
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoMegabytesOfNearlyImportsAreNoTrouble(SourceLanguage language) {
        for (String part : List.of(
                "import ",
                "import a.",
                "from ",
                "from . import (",
                "${`",
                "\\",
                "import\n\n\n",
                "export ",
                "public ",
                "/",
                "{@a ")) {
            String text = part.repeat(2_000_000 / part.length());
            SourceFacts facts = SourceFacts.of("a." + extension(language), text);
            assertThat(facts.imports()).hasSizeLessThanOrEqualTo(Imports.IMPORTS_MAX);
            assertThat(facts.summary()).hasSizeLessThanOrEqualTo(Summary.LENGTH_MAX);
        }
    }

    @Test
    void filesOfOtherLanguagesImportNothing() {
        assertThat(SourceFacts.of("a.kt", "import java.util.List").imports()).isEmpty();
        assertThat(SourceFacts.of("java", "import java.util.List;").imports()).isEmpty();
    }

    private static String extension(SourceLanguage language) {
        return switch (language) {
            case JAVA -> "java";
            case TYPESCRIPT -> "tsx";
            case PYTHON -> "py";
        };
    }

    private static List<String> imports(SourceLanguage language, String text) {
        return SourceFacts.of("a." + extension(language), text).imports();
    }
}
