package dev.stratoscope.app.window;

import dev.stratoscope.app.view.Act;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

import java.util.ArrayList;
import java.util.List;

/** What can be done with the window itself, whatever it shows. */
final class WindowActs {
    private final MainWindow window;

    WindowActs(MainWindow window) {
        this.window = window;
    }

    Act palette() {
        return Act.of(
                        "Search or run a command",
                        MaterialDesignM.MAGNIFY,
                        () -> window.popovers().togglePalette())
                .keys("Shortcut+K", "Shortcut+Shift+P");
    }

    Act settings() {
        return Act.of(
                        "Settings",
                        MaterialDesignC.COG_OUTLINE,
                        () -> window.popovers().toggleSettings())
                .keys("Shortcut+Comma");
    }

    Act openFile() {
        return Act.of("Open file…", MaterialDesignF.FILE_OUTLINE, window::chooseFile)
                .keys("Shortcut+O");
    }

    Act openFolder() {
        return Act.of("Open folder…", MaterialDesignF.FOLDER_OUTLINE, window::chooseFolder)
                .keys("Shortcut+Shift+O");
    }

    Act openSample() {
        return Act.of("Sample image", MaterialDesignL.LAYERS_TRIPLE_OUTLINE, window::openSample);
    }

    Act images() {
        return Act.of("Show the store's images", MaterialDesignL.LAYERS_OUTLINE, window::showImages)
                .keys("Shortcut+Shift+I");
    }

    Act compare() {
        return Act.of(
                "Compare images", MaterialDesignC.COMPARE, () -> window.comparisons().showLast());
    }

    List<Act> all() {
        ImageTabs tabs = window.tabs();
        List<Act> acts =
                new ArrayList<>(
                        List.of(
                                palette(),
                                openFile(),
                                openFolder(),
                                openSample(),
                                images(),
                                compare()));
        if (window.tabs().page() != null) {
            acts.add(
                    Act.of("Close tab", MaterialDesignC.CLOSE, window::closeCurrent)
                            .keys("Shortcut+W"));
        }
        if (tabs.canReopen()) {
            acts.add(
                    Act.of("Reopen closed tab", MaterialDesignR.RESTORE, tabs::reopen)
                            .keys("Shortcut+Shift+T"));
        }
        acts.add(
                Act.of("Next tab", MaterialDesignC.CHEVRON_RIGHT, () -> tabs.step(1))
                        .keys("Ctrl+Tab", "Ctrl+Page_Down"));
        acts.add(
                Act.of("Previous tab", MaterialDesignC.CHEVRON_LEFT, () -> tabs.step(-1))
                        .keys("Ctrl+Shift+Tab", "Ctrl+Page_Up"));
        acts.add(
                Act.of("Next pane", MaterialDesignP.PAGE_NEXT_OUTLINE, () -> window.stepPane(1))
                        .keys("F6"));
        acts.add(
                Act.of(
                                "Previous pane",
                                MaterialDesignP.PAGE_PREVIOUS_OUTLINE,
                                () -> window.stepPane(-1))
                        .keys("Shift+F6"));
        if (window.canUndo()) {
            acts.add(Act.of("Undo", MaterialDesignU.UNDO_VARIANT, window::undo).keys("Shortcut+Z"));
        }
        acts.add(
                Act.of(
                                "Running work",
                                MaterialDesignP.PROGRESS_CLOCK,
                                () -> window.popovers().toggleJobs())
                        .keys("F8"));
        acts.addAll(looks());
        acts.add(settings());
        acts.add(
                Act.of(
                                "Keyboard shortcuts",
                                MaterialDesignK.KEYBOARD_OUTLINE,
                                () -> window.popovers().toggleKeys())
                        .keys("F1", "Shortcut+Slash"));
        return acts;
    }

    private List<Act> looks() {
        return List.of(
                theme("Use the light theme", MaterialDesignW.WEATHER_SUNNY, "light"),
                theme("Use the dark theme", MaterialDesignW.WEATHER_NIGHT, "dark"),
                theme("Use the system's theme", MaterialDesignT.THEME_LIGHT_DARK, "system"),
                Act.of(
                                "Switch between light and dark",
                                MaterialDesignT.THEME_LIGHT_DARK,
                                () -> window.looks().switchTheme())
                        .keys("Shortcut+T"),
                Act.of(
                                "Larger",
                                MaterialDesignM.MAGNIFY_PLUS_OUTLINE,
                                () -> window.looks().stepScale(1))
                        .keys(
                                "Shortcut+Plus",
                                "Shortcut+Equals",
                                "Shortcut+Shift+Equals",
                                "Shortcut+Add"),
                Act.of(
                                "Smaller",
                                MaterialDesignM.MAGNIFY_MINUS_OUTLINE,
                                () -> window.looks().stepScale(-1))
                        .keys("Shortcut+Minus", "Shortcut+Subtract"),
                Act.of(
                                "Usual size",
                                MaterialDesignS.SIZE_M,
                                () -> window.change(settings -> settings.withScale(100)))
                        .keys("Shortcut+0", "Shortcut+Numpad 0"));
    }

    private Act theme(String name, Ikon icon, String theme) {
        return Act.of(name, icon, () -> window.change(settings -> settings.withTheme(theme)));
    }
}
