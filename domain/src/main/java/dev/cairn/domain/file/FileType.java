package dev.cairn.domain.file;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a file, found by its name in a fixed table, so that every machine finds the same (L33).
 *
 * @param language the language as editors name it, in lower case; null for none
 */
public record FileType(String contentType, @Nullable String language) {
    private static final FileType UNKNOWN = new FileType("text/plain", null);
    private static final Map<String, FileType> BY_NAME = new HashMap<>();
    private static final Map<String, FileType> BY_EXTENSION = new HashMap<>();

    static {
        named("text/plain", "dockerfile", "Dockerfile", "Containerfile");
        named("text/plain", "makefile", "Makefile", "GNUmakefile", "makefile");
        named("text/plain", "groovy", "Jenkinsfile");
        named("text/plain", "ruby", "Gemfile", "Rakefile", "Vagrantfile");
        named("text/plain", "go-mod", "go.mod");
        named("text/plain", "cmake", "CMakeLists.txt");
        named("text/markdown", "markdown", "README", "CHANGELOG", "CONTRIBUTING");
        named("text/plain", "ignore", ".gitignore", ".cairnignore", ".dockerignore", ".npmignore");
        named("text/plain", "shell", ".bashrc", ".profile", ".zshrc", "mvnw", "gradlew");
        typed("text/x-java", "java", "java");
        typed("text/x-kotlin", "kotlin", "kt kts");
        typed("text/x-scala", "scala", "scala sc");
        typed("text/x-groovy", "groovy", "groovy gradle");
        typed("text/x-clojure", "clojure", "clj cljs cljc edn");
        typed("text/typescript", "typescript", "ts mts cts");
        typed("text/typescript", "tsx", "tsx");
        typed("text/javascript", "javascript", "js mjs cjs");
        typed("text/javascript", "jsx", "jsx");
        typed("text/x-python", "python", "py pyi");
        typed("text/x-ruby", "ruby", "rb rake gemspec");
        typed("text/x-php", "php", "php");
        typed("text/x-perl", "perl", "pl pm");
        typed("text/x-lua", "lua", "lua");
        typed("text/x-go", "go", "go");
        typed("text/x-rust", "rust", "rs");
        typed("text/x-c", "c", "c h");
        typed("text/x-c++", "cpp", "cc cpp cxx hh hpp hxx ino");
        typed("text/x-csharp", "csharp", "cs csx");
        typed("text/x-fsharp", "fsharp", "fs fsi fsx");
        typed("text/x-swift", "swift", "swift");
        typed("text/x-objective-c", "objective-c", "m mm");
        typed("text/x-dart", "dart", "dart");
        typed("text/x-zig", "zig", "zig");
        typed("text/x-haskell", "haskell", "hs lhs");
        typed("text/x-ocaml", "ocaml", "ml mli");
        typed("text/x-elixir", "elixir", "ex exs");
        typed("text/x-erlang", "erlang", "erl hrl");
        typed("text/x-r", "r", "r");
        typed("text/x-julia", "julia", "jl");
        typed("text/x-sql", "sql", "sql");
        typed("text/x-shellscript", "shell", "sh bash zsh fish");
        typed("text/x-powershell", "powershell", "ps1 psm1");
        typed("text/x-bat", "batch", "bat cmd");
        typed("text/html", "html", "html htm xhtml");
        typed("text/css", "css", "css");
        typed("text/x-scss", "scss", "scss sass");
        typed("text/x-less", "less", "less");
        typed("text/x-vue", "vue", "vue");
        typed("text/x-svelte", "svelte", "svelte");
        typed("image/svg+xml", "svg", "svg");
        typed("application/xml", "xml", "xml xsd xsl xslt wsdl pom");
        typed("application/json", "json", "json jsonc json5 webmanifest");
        typed("application/x-ndjson", "json", "jsonl ndjson");
        typed("application/yaml", "yaml", "yaml yml");
        typed("application/toml", "toml", "toml");
        typed("text/x-ini", "ini", "ini cfg conf editorconfig");
        typed("text/x-java-properties", "properties", "properties");
        typed("text/markdown", "markdown", "md markdown mdx");
        typed("text/asciidoc", "asciidoc", "adoc asciidoc");
        typed("text/x-rst", "restructuredtext", "rst");
        typed("text/x-tex", "latex", "tex sty bib");
        typed("text/csv", "csv", "csv");
        typed("text/tab-separated-values", "tsv", "tsv");
        typed("text/x-protobuf", "protobuf", "proto");
        typed("application/graphql", "graphql", "graphql gql");
        typed("text/x-terraform", "terraform", "tf tfvars hcl");
        typed("text/x-nix", "nix", "nix");
        typed("text/x-diff", "diff", "diff patch");
        typed("text/plain", null, "txt text log lock");
    }

    /** @param name without its folders */
    public static FileType of(String name) {
        FileType named = BY_NAME.get(name);
        return named == null ? BY_EXTENSION.getOrDefault(extension(name), UNKNOWN) : named;
    }

    /**
     * Returns the extension in lower case. Returns an empty text for a name without a dot or with only a leading one,
     * and for an extension longer than {@link ProjectFile#EXTENSION_MAX} characters.
     */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return extension.codePointCount(0, extension.length()) > ProjectFile.EXTENSION_MAX ? "" : extension;
    }

    private static void named(String contentType, String language, String... names) {
        for (String name : names) {
            BY_NAME.put(name, new FileType(contentType, language));
        }
    }

    private static void typed(String contentType, @Nullable String language, String extensions) {
        for (String extension : extensions.split(" ", -1)) {
            BY_EXTENSION.put(extension, new FileType(contentType, language));
        }
    }
}
