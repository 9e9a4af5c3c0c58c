package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.ActDialog;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import javafx.scene.Node;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * New folders, other names and removal in the files of a container that does not run. On the JavaFX
 * thread.
 */
final class TreeDeeds {
    private final ContainerShow show;
    private final Node owner;
    private final BiConsumer<ByteString, ByteString> renamed;

    /**
     * @param renamed told of a path and what it is called now
     */
    TreeDeeds(ContainerShow show, Node owner, BiConsumer<ByteString, ByteString> renamed) {
        this.show = show;
        this.owner = owner;
        this.renamed = renamed;
    }

    /** Something done to the files of a container; not on the JavaFX thread. */
    private interface Deed {
        void run(FileSystem files) throws IOException;
    }

    /** Asks for a name and makes a folder. */
    void newFolder(ByteString in) {
        String above = "/" + Escapes.text(in);
        ask(
                "New folder in " + above,
                "Make folder",
                "",
                name ->
                        change(
                                "Making a folder in " + above,
                                "The folder was not made",
                                files -> Files.createDirectory(at(files, in).resolve(name))));
    }

    /** Asks for another name. */
    void rename(ByteString path) {
        String whole = path.toString();
        String name = whole.substring(whole.lastIndexOf('/') + 1);
        ask(
                "Rename /" + Escapes.text(path),
                "Rename",
                name,
                other ->
                        change(
                                "Renaming /" + Escapes.text(path),
                                "/" + Escapes.text(path) + " was not renamed",
                                files -> {
                                    Path from = at(files, path);
                                    Files.move(from, from.resolveSibling(other));
                                },
                                () -> renamed.accept(path, sibling(path, other))));
    }

    /** Removes paths with all below them, once a person said so. */
    void remove(List<ByteString> paths) {
        if (refuses("removed")) {
            return;
        }
        String what = Moving.words(paths);
        ActDialog dialog = new ActDialog(owner, "Remove " + what, "Remove " + what);
        dialog.say(
                "The files go from the container, with all below them. What the image has can be"
                        + " brought back by reverting the change.");
        dialog.getDialogPane().setId("remove-dialog");
        dialog.ask(
                () ->
                        change(
                                "Removing " + what,
                                what + " was not removed",
                                files -> {
                                    for (ByteString path : paths) {
                                        Files.walkFileTree(at(files, path), new Removal());
                                    }
                                }));
    }

    private void ask(String title, String words, String before, Consumer<String> then) {
        if (refuses("changed")) {
            return;
        }
        ActDialog dialog = new ActDialog(owner, title, words);
        dialog.getDialogPane().setId("name-dialog");
        TextField field = new TextField(before);
        field.setId("file-name");
        field.setAccessibleText("Name");
        dialog.add(field);
        field.textProperty()
                .subscribe(
                        name ->
                                dialog.actButton()
                                        .setDisable(isWrong(name) || name.equals(before)));
        dialog.setOnShown(
                event -> {
                    field.requestFocus();
                    field.selectAll();
                });
        dialog.ask(() -> then.accept(field.getText()));
    }

    private static boolean isWrong(String name) {
        return name.isEmpty()
                || name.equals(".")
                || name.equals("..")
                || name.indexOf('/') >= 0
                || name.indexOf('\0') >= 0;
    }

    /** What runs has its own way to its files; says so. */
    private boolean refuses(String done) {
        if (!show.isLive()) {
            return false;
        }
        show.forgetWarnings();
        show.warn(
                new Problem(
                        "Nothing was " + done,
                        "The container has processes. Stop it, or use its terminal."));
        return true;
    }

    private static ByteString sibling(ByteString path, String name) {
        byte[] whole = path.toByteArray();
        int end = whole.length;
        while (end > 0 && whole[end - 1] != '/') {
            end--;
        }
        byte[] last = ByteString.of(name).toByteArray();
        byte[] other = Arrays.copyOf(whole, end + last.length);
        System.arraycopy(last, 0, other, end, last.length);
        return ByteString.of(other);
    }

    private void change(String title, String problem, Deed deed) {
        change(title, problem, deed, () -> {});
    }

    private void change(String title, String problem, Deed deed, Runnable then) {
        Container container = show.container();
        if (container != null) {
            show.act(
                    title, problem, progress -> run(container, deed, progress), done -> then.run());
        }
    }

    private static boolean run(Container container, Deed deed, Progress progress)
            throws IOException {
        try (FileSystem files = container.files(progress)) {
            deed.run(files);
        }
        return true;
    }

    private static Path at(FileSystem files, ByteString path) {
        return files.getPath("/" + path);
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
