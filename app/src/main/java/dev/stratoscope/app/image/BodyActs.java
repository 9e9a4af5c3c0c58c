package dev.stratoscope.app.image;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.files.FileColumn;
import dev.stratoscope.app.view.files.FilesPane;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.app.view.stack.Step;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.ArrayList;
import java.util.List;

/** What can be done with the parts of an image tab. */
final class BodyActs {
    private static final List<String> KINDS =
            List.of("added", "modified", "metadata-only", "deleted");

    private final ImageBody body;

    BodyActs(ImageBody body) {
        this.body = body;
    }

    List<Act> all() {
        List<Act> acts = new ArrayList<>();
        acts.add(Act.of("Find a file", MaterialDesignM.MAGNIFY, body::search).keys("Shortcut+F"));
        acts.add(
                typed("Go one layer up", KeyCode.CLOSE_BRACKET, () -> body.moveLayer(1))
                        .icon(MaterialDesignA.ARROW_UP));
        acts.add(
                typed("Go one layer down", KeyCode.OPEN_BRACKET, () -> body.moveLayer(-1))
                        .icon(MaterialDesignA.ARROW_DOWN));
        acts.add(scope("Show this layer only", Scope.THIS_LAYER));
        acts.add(scope("Show everything up to here", Scope.UP_TO_HERE));
        acts.add(scope("Show the whole image", Scope.WHOLE_IMAGE));
        for (int i = 0; i < KINDS.size(); i++) {
            int number = i + 1;
            KeyCode key = KeyCode.getKeyCode(String.valueOf(number));
            acts.add(
                    typed(
                                    "Show or hide " + KINDS.get(i) + " files",
                                    key,
                                    () -> body.toggleKind(number))
                            .within(body.files()));
        }
        acts.add(sort("Sort files by size", FileColumn.SIZE));
        acts.add(sort("Sort files by size change", FileColumn.GROWTH));
        acts.add(sort("Sort files by date modified", FileColumn.MODIFIED));
        acts.add(sort("Sort files by layer", FileColumn.LAYER));
        acts.add(
                Act.of(
                        "Sort files by name",
                        MaterialDesignS.SORT_ALPHABETICAL_ASCENDING,
                        body.files()::sortByName));
        acts.addAll(folders());
        acts.add(lower("Show history", MaterialDesignH.HISTORY, body.history()));
        acts.add(lower("Show inspect", MaterialDesignC.CODE_JSON, body.inspect()));
        acts.add(
                lower(
                        "Show the Dockerfile",
                        MaterialDesignF.FILE_DOCUMENT_OUTLINE,
                        body.dockerfile()));
        acts.add(lower("Show findings", MaterialDesignS.SHIELD_SEARCH, body.findings()));
        acts.add(
                Act.of(
                                "Fold or unfold the lower panel",
                                MaterialDesignD.DOCK_BOTTOM,
                                body::foldLower)
                        .keys("Shortcut+J"));
        acts.add(
                Act.of(
                                "Raise or lower the lower panel",
                                MaterialDesignD.DOCK_BOTTOM,
                                body::raiseLower)
                        .keys("Shortcut+Shift+J"));
        return acts;
    }

    private List<Act> folders() {
        FilesPane files = body.files();
        Node table = files.getCenter();
        return List.of(
                Act.of("Expand all folders", MaterialDesignF.FOLDER_OPEN_OUTLINE, files::expandAll)
                        .keys("Shortcut+Right")
                        .within(table),
                Act.of("Collapse all folders", MaterialDesignF.FOLDER_OUTLINE, files::collapseAll)
                        .keys("Shortcut+Left")
                        .within(table),
                Act.of(
                                "Collapse to the changes",
                                MaterialDesignF.FOLDER_OUTLINE,
                                files::collapseToChanges)
                        .keys("Shortcut+Shift+Left")
                        .within(table),
                Act.of("Extract…", MaterialDesignT.TRAY_ARROW_DOWN, files.tools()::extract)
                        .keys("Shortcut+E"));
    }

    /** To each layer, the topmost first. */
    List<Act> layers(List<Step> steps) {
        List<Act> acts = new ArrayList<>();
        for (Step step : steps.reversed()) {
            if (step.layer() >= 0) {
                String line = (step.keyword() + " " + step.command()).strip();
                String hint = (line + "  " + HumanSize.spaced(step.size())).strip();
                acts.add(
                        Act.of(
                                        "Go to layer L" + step.layer(),
                                        MaterialDesignL.LAYERS_OUTLINE,
                                        () -> body.goToLayer(step.layer()))
                                .hint(hint));
            }
        }
        return acts;
    }

    private Act scope(String name, Scope scope) {
        return Act.of(name, MaterialDesignL.LAYERS_OUTLINE, () -> body.setScope(scope));
    }

    private Act sort(String name, FileColumn column) {
        return Act.of(name, MaterialDesignS.SORT_VARIANT, () -> body.files().sortBy(column));
    }

    private Act lower(String name, Ikon icon, Region pane) {
        return Act.of(name, icon, () -> body.showLower(pane));
    }

    private static Act typed(String name, KeyCode key, Runnable run) {
        List<KeyCombination> keys = List.of(new KeyCodeCombination(key));
        return new Act(name, "", MaterialDesignE.EYE_OUTLINE, keys, null, run);
    }
}
