package dev.stratoscope.app.images;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.KeptLayer;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.StoreContents;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Beside the map: what can be dropped, what the selected image costs, what was opened lately. */
final class Aside extends ScrollPane {
    private final Label title = new Label();
    private final Label problem = new Label("", Icons.of(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
    private final GridPane facts = new GridPane();
    private final RecentList recent;

    Aside(Opener opener) {
        getStyleClass().add("images-aside");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.managedProperty().bind(problem.visibleProperty());
        facts.getStyleClass().addAll("facts", "image-facts");
        Hyperlink folder = new Hyperlink("Open a folder…");
        folder.setOnAction(event -> opener.chooseFolder());
        Hyperlink sample = new Hyperlink("Open the sample");
        sample.setId("open-sample-link");
        sample.setOnAction(event -> opener.openSample());
        recent = new RecentList(opener, 6);
        VBox about = new VBox(8, title, problem, facts);
        VBox start = new VBox(8, new DropHint(), new HBox(16, folder, sample));
        VBox box = new VBox(20, start, about, recent);
        box.getStyleClass().add("box");
        setContent(box);
    }

    void showRecent(List<Recent> sources) {
        recent.show(sources);
    }

    /** Shows an image; null leaves only what does not depend on one. */
    void show(@Nullable ImageRow row, StoreContents contents) {
        facts.getChildren().clear();
        title.setText(row == null ? "No image is selected" : row.title());
        String trouble = row == null ? null : row.image().problem();
        problem.setText(trouble == null ? "" : Escapes.text(trouble));
        problem.setVisible(trouble != null);
        if (row == null) {
            return;
        }
        KeptImage image = row.image();
        add("Only here", HumanSize.spaced(image.uniqueSize()), "");
        add("Shared", HumanSize.spaced(image.sharedSize()), sharers(image, contents));
        add("Removing frees", HumanSize.spaced(image.frees()), "on disk");
        add("Layers", String.valueOf(image.layers().size()), "");
        add("Platform", image.platform().toString(), "");
        List<String> others =
                image.names().stream()
                        .filter(name -> !name.equals(row.name()))
                        .map(Reference::familiar)
                        .toList();
        if (!others.isEmpty()) {
            add("Also named", String.join("\n", others), "");
        }
    }

    private static String sharers(KeptImage image, StoreContents contents) {
        Set<Digest> own = image.layers().stream().map(KeptLayer::blob).collect(Collectors.toSet());
        long others =
                contents.images().stream()
                        .filter(other -> !other.manifest().equals(image.manifest()))
                        .filter(
                                other ->
                                        other.layers().stream()
                                                .anyMatch(layer -> own.contains(layer.blob())))
                        .count();
        return others == 0 ? "" : "with " + others + (others == 1 ? " image" : " images");
    }

    private void add(String name, String value, String more) {
        Label left = new Label(name);
        left.getStyleClass().add("fact-name");
        Label right = new Label(value);
        right.setMinHeight(USE_PREF_SIZE);
        Label rest = new Label(more);
        rest.getStyleClass().add("fact-name");
        facts.addRow(facts.getRowCount(), left, new HBox(8, right, rest));
    }
}
