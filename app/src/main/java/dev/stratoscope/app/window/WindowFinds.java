package dev.stratoscope.app.window;

import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.FoundPath;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.window.palette.Finds;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.KeptImage;

import javafx.scene.control.Tab;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the palette of a window finds: its acts, and the images, layers and files there are. */
final class WindowFinds implements Finds {
    private static final int MOST_FILES = 50;

    private final MainWindow window;
    private final OutsidePaths outside;

    WindowFinds(MainWindow window, Jobs jobs) {
        this.window = window;
        this.outside = new OutsidePaths(jobs, window::open);
    }

    @Override
    public List<Act> commands() {
        return window.acts();
    }

    @Override
    public List<Act> places() {
        ImageTab tab = window.current();
        return tab == null ? List.of() : tab.layerActs();
    }

    @Override
    public List<Act> images() {
        List<Act> images = new ArrayList<>();
        for (Tab tab : window.tabs().all()) {
            images.add(
                    Act.of(
                                    tab.getText(),
                                    MaterialDesignL.LAYERS_TRIPLE_OUTLINE,
                                    () -> window.tabs().pane().getSelectionModel().select(tab))
                            .hint("open tab"));
        }
        for (KeptImage image : window.images().contentsProperty().get().images()) {
            String size = HumanSize.spaced(image.size());
            if (image.names().isEmpty()) {
                images.add(stored(image.id().shortHex(), image.id().toString(), size));
            }
            for (var name : image.names()) {
                images.add(stored(Escapes.text(name.familiar()), name.toString(), size));
            }
        }
        images.addAll(window.containers().finds());
        images.addAll(window.lately().acts());
        return images;
    }

    private Act stored(String name, String image, String size) {
        return Act.of(
                        name,
                        MaterialDesignL.LAYERS_OUTLINE,
                        () -> window.open(ImageSource.stored(image)))
                .hint("in the store, " + size);
    }

    @Override
    public void files(String text, Consumer<List<Act>> found) {
        outside.look(text, opens -> files(text, opens, found));
    }

    private void files(String text, List<Act> opens, Consumer<List<Act>> found) {
        ImageTab tab = window.current();
        if (tab == null) {
            found.accept(opens);
            return;
        }
        String title = window.tabs().selected().getText();
        tab.find(
                text,
                MOST_FILES,
                paths -> {
                    List<Act> all = new ArrayList<>(opens);
                    paths.forEach(path -> all.add(file(tab, path, title)));
                    found.accept(all);
                });
    }

    private static Act file(ImageTab tab, FoundPath found, String title) {
        String kind = found.folder() ? "folder in " : "file in ";
        return Act.of(
                        Escapes.text(found.path()),
                        found.folder()
                                ? MaterialDesignF.FOLDER_OUTLINE
                                : MaterialDesignF.FILE_OUTLINE,
                        () -> tab.reveal(found.path()))
                .hint(kind + title);
    }
}
