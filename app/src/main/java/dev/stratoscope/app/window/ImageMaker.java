package dev.stratoscope.app.window;

import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.images.ImagesTab;
import dev.stratoscope.app.reading.ImageName;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.files.ColumnChoice;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Platform;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Tab;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Makes the content of tabs that show an image, tied to the window. On the JavaFX thread. */
final class ImageMaker implements ImageTabs.Maker {
    private final MainWindow window;
    private final Engine engine;
    private final Jobs jobs;
    private final Memory memory;

    ImageMaker(MainWindow window, Engine engine, Jobs jobs, Memory memory) {
        this.window = window;
        this.engine = engine;
        this.jobs = jobs;
        this.memory = memory;
    }

    @Override
    public ImageTab make(ImageSource source, @Nullable Platform platform, Tab tab) {
        ImagesTab images = window.images();
        String name = Escapes.text(source.fileName());
        ImageTab content = new ImageTab(engine, jobs, source, platform, name);
        content.setOnOpened(
                image -> {
                    tab.setText(ImageName.brief(image.image(), name));
                    window.lately().remember(content.source());
                    content.showKept(images.contentsProperty().get().images());
                    window.describe();
                    window.look();
                });
        content.setOnChosen(window::open);
        content.setOnClosed(images::refresh);
        content.setOnMoved(window::keepSession);
        String stored = source.image();
        if (stored != null) {
            content.setRun(window.containers().runAct(stored));
        }
        content.setCompare(window.comparisons().act());
        if (source.image() == null) {
            content.setOnKeep((kept, done) -> images.keep(kept, name, done));
        }
        content.whenRead(window::describe);
        ObjectProperty<ColumnChoice> columns = content.body().columnsProperty();
        List<String> chosen = memory.settings().columns();
        if (!chosen.isEmpty()) {
            columns.set(ColumnChoice.of(chosen));
        }
        columns.addListener(
                (property, before, now) ->
                        memory.change(settings -> settings.withColumns(now.words())));
        return content;
    }
}
