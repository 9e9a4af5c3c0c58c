package dev.stratoscope.app.build;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Page;
import dev.stratoscope.app.view.SubjectHeader;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.build.BuildRecord;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

import java.util.List;
import java.util.concurrent.CancellationException;

/** The builds that ended. On the JavaFX thread. */
public final class BuildsTab extends BorderPane implements Page {
    private final Engine engine;
    private final JobScope jobs;
    private final BuildDoors doors;
    private final Banners banners = new Banners();
    private final Header header;
    private final BuildsTable table;
    private final RecordPane record;
    private final SplitPane whole;
    private boolean read;

    /** A list that was not read yet. */
    public BuildsTab(Engine engine, Jobs jobs, BuildDoors doors) {
        this.engine = engine;
        this.jobs = new JobScope(jobs);
        this.doors = doors;
        header = new Header(doors::chooseFile, doors::chooseFolder);
        RecordActs acts = new RecordActs(doors);
        record = new RecordPane(acts);
        table = new BuildsTable(engine.clock(), acts, record::show);
        whole = new SplitPane(table, record);
        whole.setOrientation(Orientation.VERTICAL);
        whole.setDividerPositions(0.5);
        getStyleClass().add("builds-tab");
        setTop(new VBox(header, banners));
        setCenter(empty());
    }

    private static final class Header extends SubjectHeader {
        Header(Runnable file, Runnable folder) {
            super(MaterialDesignH.HAMMER_WRENCH, "Builds");
            Button first = new Button("Open folder…", Icons.of(MaterialDesignF.FOLDER_OUTLINE));
            first.setId("choose-build-folder");
            first.setOnAction(event -> folder.run());
            Button second = new Button("Open Dockerfile…", Icons.of(MaterialDesignF.FILE_OUTLINE));
            second.setId("choose-dockerfile");
            second.getStyleClass().add("accent");
            second.setOnAction(event -> file.run());
            first.setMinWidth(USE_PREF_SIZE);
            second.setMinWidth(USE_PREF_SIZE);
            atRight(first, second);
        }

        void count(List<BuildRecord> records) {
            meta().getChildren().clear();
            int all = records.size();
            long failed = records.stream().filter(one -> one.image() == null).count();
            Label count = new Label(all + (all == 1 ? " build" : " builds"));
            count.getStyleClass().add("strong");
            meta().addAfterLine(count);
            if (failed > 0) {
                meta().addAfterLine(new Label(failed + " without an image"));
            }
        }
    }

    private Node empty() {
        Label title = new Label("No builds yet");
        title.getStyleClass().add("title");
        Label reason =
                new Label("Drop a Dockerfile or its folder on the window, or open one from here.");
        reason.getStyleClass().add("reason");
        Button button = new Button("Open folder…", Icons.of(MaterialDesignF.FOLDER_OUTLINE));
        button.setId("choose-first-folder");
        button.setOnAction(event -> doors.chooseFolder());
        VBox box =
                new VBox(Icons.of(MaterialDesignH.HAMMER_WRENCH), title, reason, new HBox(button));
        ((HBox) box.getChildren().getLast()).setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty-state");
        return box;
    }

    /** Looks what builds there are. */
    public void look() {
        jobs.follow(
                "Looking for builds",
                progress -> engine.builds().history(),
                this::show,
                failure -> {
                    if (!(failure instanceof CancellationException)) {
                        banners.clear();
                        banners.add(
                                Problems.of("The builds cannot be listed", failure),
                                "Try again",
                                this::look);
                    }
                });
    }

    private void show(List<BuildRecord> records) {
        read = true;
        banners.clear();
        header.count(records);
        table.showAll(records);
        if (records.isEmpty()) {
            setCenter(empty());
        } else if (!whole.equals(getCenter())) {
            setCenter(whole);
        }
    }

    @Override
    public void begin() {
        look();
    }

    @Override
    public void close() {
        jobs.cancelAll();
    }

    @Override
    public void whenRead(Runnable action) {
        action.run();
    }

    @Override
    public String summary() {
        return "";
    }

    @Override
    public boolean isComplete() {
        return read;
    }

    @Override
    public List<Act> acts() {
        return List.of(
                Act.of("List the builds again", MaterialDesignR.REFRESH, this::look).keys("F5"));
    }

    @Override
    public List<Node> panes() {
        return banners.getChildren().isEmpty()
                ? List.of(header, table, record)
                : List.of(header, banners, table, record);
    }

    @Override
    public String path() {
        return "builds";
    }
}
