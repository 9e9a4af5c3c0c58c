package dev.stratoscope.app.compare;

import dev.stratoscope.app.view.Act;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.ArrayList;
import java.util.List;

/** What can be done with a comparison, for the palette, the keys and the menu of its header. */
final class CompareActs {
    private static final List<String> KINDS =
            List.of("only right", "different content", "different metadata", "only left");

    private final CompareTab tab;
    private final CompareBody body;

    CompareActs(CompareTab tab, CompareBody body) {
        this.tab = tab;
        this.body = body;
    }

    Act swap() {
        return Act.of("Swap the sides", MaterialDesignS.SWAP_HORIZONTAL, tab::swap)
                .keys("Shortcut+Shift+X");
    }

    /** What the menu of the header offers. */
    List<Act> more() {
        return List.of(
                act("Ignore mtime", MaterialDesignE.EYE_OFF_OUTLINE, body.ignore()::toggleTimes),
                act("Ignore owner", MaterialDesignE.EYE_OFF_OUTLINE, body.ignore()::toggleOwners),
                act("Ignore order", MaterialDesignE.EYE_OFF_OUTLINE, body.ignore()::toggleOrder),
                act("Read again", MaterialDesignR.REFRESH, tab::again).keys("F5"));
    }

    List<Act> all() {
        List<Act> acts = new ArrayList<>();
        acts.add(
                act("Find a difference", MaterialDesignM.MAGNIFY, body::search).keys("Shortcut+F"));
        acts.add(swap());
        acts.add(
                act(
                        "Compare the selected layers",
                        MaterialDesignL.LAYERS_OUTLINE,
                        () -> body.files().scopeProperty().set(CompareScope.SELECTED_LAYERS)));
        acts.add(
                act(
                        "Compare the whole images",
                        MaterialDesignL.LAYERS_TRIPLE_OUTLINE,
                        () -> body.files().scopeProperty().set(CompareScope.WHOLE_IMAGES)));
        acts.add(act("Show the files", MaterialDesignF.FILE_TREE_OUTLINE, body::showFiles));
        acts.add(act("Show config and env", MaterialDesignT.TUNE_VARIANT, body::showConfig));
        acts.add(act("Show the history", MaterialDesignH.HISTORY, body::showHistory));
        acts.add(act("Show the labels", MaterialDesignT.TAG_OUTLINE, body::showLabels));
        acts.add(
                act(
                                "Fold or unfold the difference",
                                MaterialDesignD.DOCK_BOTTOM,
                                body::foldDifference)
                        .keys("Shortcut+J"));
        for (int i = 0; i < KINDS.size(); i++) {
            int number = i + 1;
            acts.add(
                    act(
                                    "Show or hide paths: " + KINDS.get(i),
                                    MaterialDesignE.EYE_OUTLINE,
                                    () -> body.files().files().toggleKind(number))
                            .keys(String.valueOf(number))
                            .within(body.files().files()));
        }
        List<Act> steps = body.files().difference().acts();
        acts.add(steps.getFirst().keys("F7").within(body.files()));
        acts.add(steps.getLast().keys("Shift+F7").within(body.files()));
        acts.addAll(more());
        return acts;
    }

    private static Act act(String name, Ikon icon, Runnable run) {
        return Act.of(name, icon, run);
    }
}
