import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Gives the classes of a library that is compiled for Java 5 the form of Java 8: the same
 * instructions, with the stack maps that the verifier of today wants. Java keeps no class of the
 * old form in a start-up cache, and verifies each at every start, slowly.
 */
final class OldClasses {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<ZipEntry> entries = new ArrayList<>();

    private OldClasses(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
                entries.add(entry);
            }
        }
    }

    /**
     * Rewrites a jar that has such classes; another is left alone.
     *
     * @throws IllegalStateException when a rewritten class would be refused
     */
    static void renew(Path jar) throws IOException {
        OldClasses classes = new OldClasses(jar);
        if (classes.files.entrySet().stream().noneMatch(OldClasses::isOld)) {
            return;
        }
        Path fresh = jar.resolveSibling(jar.getFileName() + ".part");
        classes.write(fresh);
        Files.setLastModifiedTime(fresh, Files.getLastModifiedTime(jar));
        Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isOld(Map.Entry<String, byte[]> file) {
        byte[] bytes = file.getValue();
        return file.getKey().endsWith(".class")
                && bytes.length > 7
                && ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff) < ClassFile.JAVA_7_VERSION;
    }

    private void write(Path jar) throws IOException {
        ClassHierarchyResolver own = ClassHierarchyResolver.ofResourceParsing(this::open);
        ClassFile form =
                ClassFile.of(
                        StackMapsOption.GENERATE_STACK_MAPS,
                        ClassHierarchyResolverOption.of(
                                own.orElse(ClassHierarchyResolver.defaultResolver())));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (ZipEntry old : entries) {
                var file = Map.entry(old.getName(), files.get(old.getName()));
                ZipEntry entry = new ZipEntry(old.getName());
                entry.setTime(old.getTime());
                out.putNextEntry(entry);
                out.write(isOld(file) ? renewed(form, file.getValue()) : file.getValue());
                out.closeEntry();
            }
        }
    }

    private InputStream open(ClassDesc name) {
        String descriptor = name.descriptorString();
        byte[] bytes = files.get(descriptor.substring(1, descriptor.length() - 1) + ".class");
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    private static byte[] renewed(ClassFile form, byte[] old) {
        ClassModel model = form.parse(old);
        ClassTransform version =
                (builder, element) -> {
                    if (element instanceof ClassFileVersion) {
                        builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                    } else {
                        builder.with(element);
                    }
                };
        // Only a method that goes through a builder gets its maps.
        ClassTransform methods =
                ClassTransform.transformingMethodBodies((builder, part) -> builder.with(part));
        byte[] fresh = form.transformClass(model, methods.andThen(version));
        List<VerifyError> problems = form.verify(fresh);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    model.thisClass().asInternalName() + ": " + problems.getFirst().getMessage());
        }
        return fresh;
    }
}
