package dev.stratoscope.app.build;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files that a step wrote. Immutable.
 *
 * @param files how many, folders left out
 * @param folders how many folders
 * @param deleted how many paths of the steps below it took away
 * @param bytes the length of all files
 * @param biggest some of the files, the biggest first
 */
record StepFiles(int files, int folders, int deleted, long bytes, List<One> biggest) {
    /** How many files are named. */
    static final int MOST = 4;

    /** Copies the list. */
    StepFiles {
        biggest = List.copyOf(biggest);
    }

    /**
     * A file.
     *
     * @param path for a person
     * @param size in bytes
     */
    record One(String path, long size) {}

    /** Asks a layer. */
    static StepFiles of(LayerIndex layer) {
        int files = 0;
        int folders = 0;
        int deleted = 0;
        long bytes = 0;
        List<Integer> biggest = new ArrayList<>();
        Comparator<Integer> order =
                Comparator.comparingLong((Integer node) -> layer.fileSize(node)).reversed();
        for (int node = 1; node < layer.size(); node++) {
            boolean said = !layer.isImplied(node) && !layer.isBookkeeping(node);
            if (layer.isWhiteout(node)) {
                deleted++;
            } else if (said && layer.type(node) == EntryType.DIRECTORY) {
                folders++;
            } else if (said) {
                files++;
                bytes += layer.ownSize(node);
                if (biggest.size() < MOST
                        || layer.fileSize(node) > layer.fileSize(biggest.getLast())) {
                    biggest.add(node);
                    biggest.sort(order);
                    if (biggest.size() > MOST) {
                        biggest.removeLast();
                    }
                }
            }
        }
        return new StepFiles(
                files,
                folders,
                deleted,
                bytes,
                biggest.stream()
                        .map(
                                node ->
                                        new One(
                                                "/" + Escapes.text(layer.path(node)),
                                                layer.fileSize(node)))
                        .toList());
    }

    /** {@code 12 files, 2 folders, 1 deleted, 4.81 kB}. */
    String words() {
        List<String> words = new ArrayList<>();
        count(words, files, "file", "files");
        count(words, folders, "folder", "folders");
        if (deleted > 0) {
            words.add(HumanSize.grouped(deleted) + " deleted");
        }
        words.add(HumanSize.spaced(bytes));
        return String.join(", ", words);
    }

    private static void count(List<String> words, int count, String one, String many) {
        if (count > 0) {
            words.add(HumanSize.grouped(count) + " " + (count == 1 ? one : many));
        }
    }
}
