package dev.stratoscope.app.container;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** Asks with the platform's own dialog. */
final class FilesDialog implements FilesChoice {
    @Override
    public List<Path> ask(String title) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(title);
        Window owner =
                Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
        List<File> chosen = dialog.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }
}
