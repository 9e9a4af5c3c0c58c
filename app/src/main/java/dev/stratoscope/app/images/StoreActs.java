package dev.stratoscope.app.images;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.ActDialog;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.Removal;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** The acts on a store, each a job; afterwards the view is asked to look again. */
final class StoreActs implements Acts {
    /** How many containers are named where there are many. */
    private static final int MOST_NAMED = 5;

    private final Engine engine;
    private final JobScope jobs;
    private final Opener opener;
    private final ImagesTab tab;
    private Path saveFolder = Path.of(System.getProperty("user.home", "."));

    StoreActs(Engine engine, JobScope jobs, Opener opener, ImagesTab tab) {
        this.engine = engine;
        this.jobs = jobs;
        this.opener = opener;
        this.tab = tab;
    }

    @Override
    public void open(ImageRow row) {
        opener.open(ImageSource.stored(row.source()));
    }

    @Override
    public void run(ImageRow row) {
        opener.run(row.source());
    }

    @Override
    public void compare(ImageRow before, ImageRow after) {
        opener.compare(before.source(), after.source());
    }

    @Override
    public void compareWith(ImageRow row) {
        opener.compareWith(row.source());
    }

    @Override
    public void save(ImageRow row) {
        SaveDialog dialog = new SaveDialog(tab, row, saveFolder);
        dialog.ask(
                () -> {
                    Path file = dialog.file().toAbsolutePath();
                    Path folder = file.getParent();
                    saveFolder = folder == null ? saveFolder : folder;
                    start(
                            "Saving " + row.title(),
                            row.title() + " cannot be saved",
                            progress -> {
                                engine.store()
                                        .save(List.of(row.key()), dialog.format(), file, progress);
                                return file;
                            },
                            done -> tab.say("Saved " + row.title() + " to " + done));
                });
    }

    @Override
    public void tag(ImageRow row) {
        TagDialog dialog = new TagDialog(tab, row, tab.contents());
        dialog.ask(
                () -> {
                    Reference name = dialog.name();
                    if (name != null) {
                        tag(row.image(), name);
                    }
                });
    }

    private void tag(KeptImage image, Reference name) {
        start(
                "Tagging " + name.familiar(),
                name.familiar() + " cannot be given",
                progress -> engine.store().tag(image.manifest().toString(), name),
                tagged -> tab.select(new ImageRow(tagged, name)));
    }

    @Override
    public void remove(ImageRow row) {
        Reference name = row.name();
        if (name != null && row.image().names().size() > 1) {
            untag(row.image(), name);
            return;
        }
        if (row.image().inUse()) {
            tab.warn(
                    new Problem(
                            row.title() + " cannot be removed",
                            "It is open in this program or another; close it first."));
            return;
        }
        List<String> containers = row.image().containers();
        if (!containers.isEmpty()) {
            tab.warn(
                    new Problem(
                            row.title() + " cannot be removed",
                            usedBy(containers)
                                    + (containers.size() == 1
                                            ? "Remove it first."
                                            : "Remove them first.")),
                    containers.size() == 1 ? "Show the container" : "Show the containers",
                    () -> opener.showContainers(containers));
            return;
        }
        String frees = HumanSize.spaced(row.image().frees());
        ActDialog dialog =
                new ActDialog(
                        tab,
                        "Remove " + row.title() + "?",
                        "Remove " + row.title() + ", free " + frees);
        dialog.say("It leaves the store with this name. Layers that other images have stay.");
        dialog.ask(
                () ->
                        start(
                                "Removing " + row.title(),
                                row.title() + " cannot be removed",
                                progress -> engine.store().remove(row.key(), false),
                                done -> tab.say(words("Removed " + row.title(), done))));
    }

    private static String usedBy(List<String> containers) {
        int named = Math.min(MOST_NAMED, containers.size());
        String names = Escapes.text(String.join(", ", containers.subList(0, named)));
        int rest = containers.size() - named;
        return containers.size() == 1
                ? "The container " + names + " is made of it. "
                : "The containers "
                        + names
                        + (rest > 0 ? " and " + rest + " more" : "")
                        + " are made of it. ";
    }

    /** One of several names goes: nothing is lost, so nothing is asked. */
    private void untag(KeptImage image, Reference name) {
        start(
                "Removing the name " + name.familiar(),
                name.familiar() + " cannot be removed",
                progress -> {
                    engine.store().untag(name);
                    return name;
                },
                done ->
                        tab.offerUndo(
                                "Removed the tag " + name.familiar(), () -> tag(image, name)));
    }

    @Override
    public void loadFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Load images into the store");
        File file = chooser.showOpenDialog(tab.getScene().getWindow());
        if (file != null) {
            load(file.toPath());
        }
    }

    @Override
    public void loadFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Load images of a folder into the store");
        File folder = chooser.showDialog(tab.getScene().getWindow());
        if (folder != null) {
            load(folder.toPath());
        }
    }

    @Override
    public void load(Path source) {
        load(ImageSource.of(source), source.getFileName() + "", () -> {});
    }

    void load(ImageSource source, String name, Runnable then) {
        start(
                "Loading " + name,
                name + " cannot be loaded",
                progress -> engine.store().load(source, null, progress),
                loaded -> {
                    then.run();
                    if (!loaded.isEmpty()) {
                        tab.select(ImageRow.first(loaded.getFirst()));
                        tab.say("Loaded " + ImageRow.first(loaded.getFirst()).title());
                    }
                });
    }

    @Override
    public void prune() {
        List<KeptImage> dangling =
                tab.contents().images().stream()
                        .filter(KeptImage::isDangling)
                        .filter(image -> !image.isUsed())
                        .toList();
        int count = dangling.size();
        String images = count + (count == 1 ? " image" : " images");
        String frees = HumanSize.spaced(tab.contents().prunable());
        ActDialog dialog =
                new ActDialog(
                        tab,
                        "Prune the store?",
                        count == 0
                                ? "Prune, free " + frees
                                : "Remove " + images + ", free " + frees);
        dialog.say(
                (count == 0
                                ? "No image is without a name."
                                : "Images without a name go: "
                                        + String.join(
                                                ", ",
                                                dangling.stream()
                                                        .limit(6)
                                                        .map(image -> image.id().shortHex())
                                                        .toList())
                                        + (count > 6 ? " and " + (count - 6) + " more." : "."))
                        + " So do blobs and indexes that nothing needs. What is open or used by a"
                        + " container stays.");
        dialog.ask(
                () ->
                        start(
                                "Pruning the store",
                                "The store cannot be pruned",
                                progress -> {
                                    engine.builds().prune(false);
                                    return engine.store().prune(progress);
                                },
                                done -> tab.say(words("Pruned the store", done))));
    }

    private static String words(String what, Removal removal) {
        return what + ", freed " + HumanSize.spaced(removal.freed());
    }

    private <T> void start(String title, String problem, Jobs.Work<T> work, Consumer<T> done) {
        tab.forgetWarnings();
        jobs.start(
                title,
                work,
                result -> {
                    tab.refresh();
                    done.accept(result);
                },
                failure -> {
                    tab.refresh();
                    if (failure instanceof CancellationException) {
                        tab.say(title + " was cancelled");
                    } else {
                        Problem said = Problems.of(problem, failure);
                        tab.warn(said);
                    }
                });
    }
}
