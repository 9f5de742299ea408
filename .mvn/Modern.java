import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives the class files of a jar the version of this JDK: the JVM keeps none in its AOT cache that are older than Java 6, and
 * picocli's are. What the code does is not touched.
 */
final class Modern {
    private static final int OLD = 50;

    public static void main(String[] arguments) throws IOException {
        Path jar;
        try (Stream<Path> libraries = Files.list(Path.of(arguments[0]))) {
            jar = libraries.filter(each -> each.getFileName().toString().startsWith("picocli-")).findFirst().orElseThrow();
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), java.util.Map.of())) {
            ClassFile reader = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)
                            .orElse(ClassHierarchyResolver.ofClassLoading(loader))));
            List<Path> classes;
            try (Stream<Path> all = Files.walk(files.getPath("/picocli"))) {
                classes = all.filter(each -> each.toString().endsWith(".class")).toList();
            }
            for (Path file : classes) {
                ClassModel old = reader.parse(Files.readAllBytes(file));
                if (old.majorVersion() < OLD) {
                    ClassTransform newer = ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
                            .andThen(ClassTransform.endHandler(all -> all.withVersion(ClassFile.latestMajorVersion(), 0)));
                    Files.write(file, reader.transformClass(old, newer));
                }
            }
        }
    }
}
