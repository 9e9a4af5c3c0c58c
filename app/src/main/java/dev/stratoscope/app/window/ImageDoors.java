package dev.stratoscope.app.window;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.images.Opener;
import dev.stratoscope.model.ImageSource;

import java.util.List;

/** What the images view asks the window for. On the JavaFX thread. */
final class ImageDoors implements Opener {
    private final MainWindow window;

    ImageDoors(MainWindow window) {
        this.window = window;
    }

    @Override
    public void open(ImageSource source) {
        ImageTab opened = window.open(source);
        opened.requestFocus();
    }

    @Override
    public void chooseFile() {
        window.chooseFile();
    }

    @Override
    public void chooseFolder() {
        window.chooseFolder();
    }

    @Override
    public void openSample() {
        window.openSample();
    }

    @Override
    public void compare(String before, String after) {
        window.comparisons().stored(before, after);
    }

    @Override
    public void run(String image) {
        window.containers().run(image);
    }

    @Override
    public void showContainers(List<String> names) {
        window.containers().show(names);
    }

    @Override
    public void compareWith(String image) {
        window.comparisons().choose(Comparisons.stored(image));
    }
}
