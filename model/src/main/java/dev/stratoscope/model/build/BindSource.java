package dev.stratoscope.model.build;

import dev.stratoscope.model.host.Directory;
import dev.stratoscope.model.host.NewFile;
import dev.stratoscope.model.host.Opened;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** What a bind mount of a RUN shows. Not for several threads. */
final class BindSource {
    private static final ByteString FILE = ByteString.of("file");

    private final SourceNode top;
    private final Progress progress;

    BindSource(SourceNode top, Progress progress) {
        this.top = top;
        this.progress = progress;
    }

    /** Its files that lie in the context. */
    List<ContextNode> files() throws IOException {
        List<ContextNode> files = new ArrayList<>();
        collect(top, files);
        return files;
    }

    private void collect(SourceNode node, List<ContextNode> files) throws IOException {
        progress.advance(0);
        if (node instanceof ContextNode one && node.attributes().type() == EntryType.FILE) {
            files.add(one);
        }
        if (node.isDirectory()) {
            for (SourceNode child : there(node)) {
                collect(child, files);
            }
        }
    }

    private static List<SourceNode> there(SourceNode folder) throws IOException {
        List<SourceNode> there = new ArrayList<>();
        for (SourceNode child : folder.children()) {
            if (child.isThere()) {
                there.add(child);
            }
        }
        return there;
    }

    /** A digest of all there is, times left aside. */
    String digest() throws IOException {
        MessageDigest hasher = Digest.newSha256();
        add(top, hasher);
        return Digest.ofSha256(hasher.digest()).hex();
    }

    private static void add(SourceNode node, MessageDigest hasher) throws IOException {
        Attributes said = node.attributes();
        String text =
                "%s %o %d:%d %d %s\n"
                        .formatted(
                                said.type().word(),
                                said.mode(),
                                said.uid(),
                                said.gid(),
                                said.size(),
                                said.type() == EntryType.FILE ? node.body().digest() : "");
        hasher.update(text.getBytes(StandardCharsets.UTF_8));
        for (ByteString one : List.of(node.path(), said.link())) {
            hasher.update((one.length() + ":").getBytes(StandardCharsets.UTF_8));
            hasher.update(one.toByteArray());
        }
        if (node.isDirectory()) {
            for (SourceNode child : there(node)) {
                add(child, hasher);
            }
        }
    }

    /**
     * Writes it.
     *
     * @param into an empty folder
     * @return the folder itself, or the file in it
     */
    Path write(Path into) throws IOException {
        try (Directory folder = Directory.open(into)) {
            if (top.isDirectory()) {
                contents(top, folder);
                set(folder, top.attributes());
                return into;
            }
            file(top, folder, FILE);
            return into.resolve(FILE.toString());
        }
    }

    private void contents(SourceNode node, Directory folder) throws IOException {
        for (SourceNode child : there(node)) {
            progress.advance(0);
            Attributes said = child.attributes();
            switch (said.type()) {
                case DIRECTORY -> {
                    folder.makeDirectory(child.name(), 0700);
                    try (Directory made = folder.directory(child.name())) {
                        contents(child, made);
                        set(made, said);
                    }
                }
                case FILE -> file(child, folder, child.name());
                case SYMLINK -> {
                    folder.symlink(child.name(), said.link());
                    if (said.uid() != 0 || said.gid() != 0) {
                        folder.chown(child.name(), said.uid(), said.gid());
                    }
                    folder.touch(child.name(), said.mtimeSeconds(), said.mtimeNanos());
                }
                default -> {}
            }
        }
    }

    private void file(SourceNode node, Directory folder, ByteString name) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (NewFile made = folder.create(name, 0600);
                InputStream in = node.body().open(0)) {
            long at = 0;
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                progress.advance(0);
                made.write(at, buffer, 0, got);
                at += got;
            }
            set(made, node.attributes());
        }
    }

    private static void set(Opened made, Attributes said) throws IOException {
        if (said.uid() != 0 || said.gid() != 0) {
            made.chown(said.uid(), said.gid());
        }
        made.chmod(said.mode());
        made.touch(said.mtimeSeconds(), said.mtimeNanos());
    }
}
