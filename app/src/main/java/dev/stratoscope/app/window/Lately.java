package dev.stratoscope.app.window;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.images.Recent;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.model.ImageSource;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What was opened lately, and the ways back there. On the JavaFX thread. */
final class Lately {
    private final Memory memory;
    private final Jobs jobs;
    private final Path home;
    private final Consumer<ImageSource> open;
    private Consumer<List<Recent>> onFound = found -> {};
    private List<Recent> recent = List.of();

    /**
     * Nothing is known yet.
     *
     * @param home what lies in it is the program's own and never remembered
     * @param open opens a source again
     */
    Lately(Memory memory, Jobs jobs, Path home, Consumer<ImageSource> open) {
        this.memory = memory;
        this.jobs = jobs;
        this.home = home;
        this.open = open;
    }

    /** Sets what is told of the sources that are still there. */
    void setOnFound(Consumer<List<Recent>> action) {
        onFound = action;
    }

    /**
     * Finds out which sources are still there, in the background: one may be on a disk that is slow
     * to answer.
     */
    void look() {
        List<String> sources = memory.settings().recent();
        jobs.start(
                Brief.quiet("Looking for what was opened lately"),
                progress -> Recent.of(sources),
                this::found,
                failure -> found(List.of()));
    }

    private void found(List<Recent> sources) {
        recent = sources;
        onFound.accept(sources);
    }

    /** Remembers a source that was opened. */
    void remember(ImageSource source) {
        boolean own =
                source.image() != null
                        || source.path().toAbsolutePath().startsWith(home.toAbsolutePath());
        if (!own) {
            memory.change(settings -> settings.withRecent(source.toString()));
        }
    }

    /** What was opened lately and is still there, the latest first. */
    List<ImageSource> sources() {
        return recent.stream().map(one -> ImageSource.parse(one.source())).toList();
    }

    /** The ways back, the latest first. */
    List<Act> acts() {
        return recent.stream().map(this::act).toList();
    }

    private Act act(Recent one) {
        return Act.of(
                        one.name(),
                        one.isFolder()
                                ? MaterialDesignF.FOLDER_OUTLINE
                                : MaterialDesignA.ARCHIVE_OUTLINE,
                        () -> open.accept(ImageSource.parse(one.source())))
                .hint(one.folder());
    }
}
