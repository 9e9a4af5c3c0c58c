package dev.stratoscope.app.view;

import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;

/** Asks with the platform's own dialog, which begins where it ended. */
public final class FolderDialog implements FolderChoice {
    private @Nullable File last;

    @Override
    public @Nullable Path ask(String title) {
        DirectoryChooser dialog = new DirectoryChooser();
        dialog.setTitle(title);
        File start = last == null ? new File(System.getProperty("user.home", ".")) : last;
        if (start.isDirectory()) {
            dialog.setInitialDirectory(start);
        }
        Window owner =
                Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
        File chosen = dialog.showDialog(owner);
        if (chosen == null) {
            return null;
        }
        last = chosen;
        return chosen.toPath();
    }
}
