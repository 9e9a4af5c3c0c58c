package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Digest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Base64;
import java.util.List;

/**
 * Filters of system calls in the kernel's own form (seccomp(2)), as crun made them for an earlier
 * container: compiling one takes crun as long as all else that it does. Crun leaves its work beside
 * the state of each container, from where the first container's hook keeps a copy, and takes it
 * again by an annotation. Kept for as long as program, profile and the machine's start are the
 * same.
 */
final class CompiledFilters {
    private static final String ANNOTATION = "run.oci.seccomp_bpf_data";
    private static final String SUFFIX = ".bpf";
    private static final int INSTRUCTION = 8;

    /**
     * Arguments: what crun made, and where it is to be kept. Whatever happens, the start goes on.
     */
    private static final String KEEP =
            "cp \"$1\" \"$2.$$\" && mv -f \"$2.$$\" \"$2\" || rm -f \"$2.$$\"";

    private final Path folder;

    /** Filters kept below a folder, which is made when needed. */
    CompiledFilters(Path home) {
        this.folder = home.toAbsolutePath().resolve("launchers").resolve("filters");
    }

    /** Adds what is known of the document's own filter, or what makes it known. */
    void complete(ObjectNode config, Fit fit, RunFolder run) throws IOException {
        if (!fit.launcher().name().equals("crun")) {
            return;
        }
        Path kept = folder.resolve(name(fit) + SUFFIX);
        byte[] compiled = read(kept);
        if (compiled != null) {
            config.putObject("annotations")
                    .put(ANNOTATION, Base64.getEncoder().encodeToString(compiled));
            return;
        }
        forget();
        Files.createDirectories(folder);
        Path made = run.state().resolve(run.id()).resolve("seccomp.bpf");
        ObjectNode hook = config.putObject("hooks").putArray("poststart").addObject();
        hook.put("path", "/bin/sh");
        List.of("sh", "-c", KEEP, "sh", made.toString(), kept.toString())
                .forEach(hook.putArray("args")::add);
        hook.putArray("env").add("PATH=" + Commands.PATH);
    }

    /** Instructions are of one length, and a filter has some. */
    private static byte @Nullable [] read(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length > 0 && bytes.length % INSTRUCTION == 0 ? bytes : null;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Changes when the same filter might be compiled in another way. */
    private static String name(Fit fit) throws IOException {
        String from =
                String.join(
                        " ",
                        mark(Path.of(fit.launcher().program())),
                        mark(Seccomp.PROFILE),
                        ProcessFiles.boot());
        return Digest.sha256(from.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static String mark(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + attributes.size() + " " + attributes.lastModifiedTime();
        } catch (NoSuchFileException e) {
            return file + " none";
        }
    }

    /** Removes what was kept for other programs and profiles. */
    private void forget() throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder)) {
            for (Path one : old) {
                Files.deleteIfExists(one);
            }
        } catch (NoSuchFileException e) {
            // Nothing was kept yet.
        }
    }
}
