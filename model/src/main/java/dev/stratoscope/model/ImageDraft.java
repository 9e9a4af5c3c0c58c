package dev.stratoscope.model;

import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An image to be written: steps in the order of its history, each with the entries of its layer. A
 * step without entries changes only the config. Immutable.
 *
 * @param name the name it gets, such as {@code demo/hello:1}
 * @param platform what it runs on
 * @param command the default command
 * @param environment variables as {@code KEY=VALUE}
 * @param labels labels by name
 * @param created the time of every step, so that the same draft always gives the same bytes
 * @param steps oldest first
 */
public record ImageDraft(
        String name,
        Platform platform,
        List<String> command,
        List<String> environment,
        Map<String, String> labels,
        Instant created,
        List<Step> steps) {
    /** Copies the lists. */
    public ImageDraft {
        command = List.copyOf(command);
        environment = List.copyOf(environment);
        labels = Map.copyOf(labels);
        steps = List.copyOf(steps);
    }

    /**
     * One step of the history.
     *
     * @param createdBy the instruction, as history shows it
     * @param entries the entries of its layer in the order of the tar; empty for a step that makes
     *     no layer
     */
    public record Step(String createdBy, List<Item> entries) {
        /** Copies the list. */
        public Step {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One entry of a layer.
     *
     * @param path its path; whiteouts by their marker's name
     * @param attributes what the header says
     * @param content a regular file's bytes, else empty
     */
    public record Item(ByteString path, Attributes attributes, ByteString content) {
        /** The name a tar has it by: a directory's ends in a slash. */
        ByteString tarName() {
            byte[] bytes = path.toByteArray();
            boolean slash = bytes.length > 0 && bytes[bytes.length - 1] == '/';
            if (slash || attributes.type() != EntryType.DIRECTORY) {
                return path;
            }
            byte[] name = Arrays.copyOf(bytes, bytes.length + 1);
            name[bytes.length] = '/';
            return ByteString.of(name);
        }
    }

    /**
     * Collects the entries of one layer, all with the same owner and time unless said otherwise.
     * Not for several threads.
     */
    public static final class LayerDraft {
        private final List<Item> items = new ArrayList<>();
        private final Instant time;
        private long owner;

        /** An empty layer whose entries were all modified at {@code time}. */
        public LayerDraft(Instant time) {
            this.time = time;
        }

        /** The owner and group of the entries added from now on. */
        public LayerDraft owner(long number) {
            owner = number;
            return this;
        }

        /** A regular file. */
        public LayerDraft file(String path, int mode, String text) {
            return file(path, mode, ByteString.of(text));
        }

        /** A regular file. */
        public LayerDraft file(String path, int mode, ByteString content) {
            return add(
                    path,
                    EntryType.FILE,
                    mode,
                    content.length(),
                    ByteString.EMPTY,
                    content,
                    Map.of());
        }

        /** A directory. */
        public LayerDraft directory(String path, int mode) {
            return add(
                    path,
                    EntryType.DIRECTORY,
                    mode,
                    0,
                    ByteString.EMPTY,
                    ByteString.EMPTY,
                    Map.of());
        }

        /** A symbolic link. */
        public LayerDraft symlink(String path, String target) {
            return link(path, EntryType.SYMLINK, 0777, target);
        }

        /** Another name of a file. */
        public LayerDraft hardLink(String path, String target) {
            return link(path, EntryType.HARDLINK, 0644, target);
        }

        /** The mark that removes a path of the layers below. */
        public LayerDraft whiteout(String path) {
            int slash = path.lastIndexOf('/') + 1;
            return file(path.substring(0, slash) + ".wh." + path.substring(slash), 0, "");
        }

        /** The mark that hides what the layers below have in a directory. */
        public LayerDraft opaque(String directory) {
            return file(directory + "/.wh..wh..opq", 0, "");
        }

        /** An entry given whole. */
        public LayerDraft item(Item item) {
            items.add(item);
            return this;
        }

        /** The entries so far. */
        public List<Item> items() {
            return List.copyOf(items);
        }

        private LayerDraft link(String path, EntryType type, int mode, String target) {
            return add(path, type, mode, 0, ByteString.of(target), ByteString.EMPTY, Map.of());
        }

        private LayerDraft add(
                String path,
                EntryType type,
                int mode,
                long size,
                ByteString link,
                ByteString content,
                Map<String, ByteString> xattrs) {
            Attributes attributes =
                    new Attributes(
                            type,
                            mode,
                            owner,
                            owner,
                            "",
                            "",
                            size,
                            time.getEpochSecond(),
                            time.getNano(),
                            link,
                            0,
                            0,
                            xattrs);
            return item(new Item(ByteString.of(path), attributes, content));
        }
    }
}
