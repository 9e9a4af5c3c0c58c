package dev.stratoscope.app.container;

import dev.stratoscope.app.reading.Steps;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.FactGrid;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.ContainerState;
import dev.stratoscope.model.container.RunSpec;
import dev.stratoscope.model.runtime.BindMount;
import dev.stratoscope.model.runtime.PublishedPort;
import dev.stratoscope.model.runtime.ResourceLimits;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The facts of a container: how it runs, what was asked of it, what it may use. */
final class OverviewPart implements ContainerPart {
    private final ContainerShow show;
    private final ContainerActs acts;
    private final VBox content = new VBox(20);
    private final ScrollPane scroll = new ScrollPane(content);

    OverviewPart(ContainerShow show, ContainerActs acts) {
        this.show = show;
        this.acts = acts;
        content.getStyleClass().add("overview");
        scroll.getStyleClass().add("overview-scroll");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("Facts of the container");
        show.seenProperty().addListener((property, before, now) -> fill(now));
    }

    @Override
    public String title() {
        return "Overview";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignI.INFORMATION_OUTLINE;
    }

    @Override
    public Node node() {
        return scroll;
    }

    private void fill(@Nullable Seen seen) {
        if (seen == null) {
            return;
        }
        Container container = seen.container();
        RunSpec spec = container.spec();
        content.getChildren()
                .setAll(
                        section("Process", process(seen)),
                        section("Network", network(seen)),
                        section("Files", files(spec)),
                        section("Limits", limits(spec.limits())),
                        section("Environment", environment(spec)));
        if (!spec.labels().isEmpty()) {
            FactGrid labels = new FactGrid();
            spec.labels().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one -> labels.add(Escapes.text(one.getKey()), mono(one.getValue())));
            content.getChildren().add(section("Labels", labels));
        }
        String line = RunLine.stratoscope(spec, seen.name());
        FactGrid again = new FactGrid();
        again.add("Stratoscope", copied(line));
        again.add("Docker", copied(RunLine.docker(spec, seen.name())));
        content.getChildren().add(section("Run one like it", again));
    }

    private static VBox section(String title, FactGrid facts) {
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        return new VBox(8, head, facts);
    }

    private static FactGrid process(Seen seen) {
        ContainerState state = seen.state();
        RunSpec spec = seen.container().spec();
        FactGrid facts = new FactGrid();
        facts.add("State", StateWords.brief(state));
        String problem = state.problem();
        if (problem != null) {
            facts.add("Problem", Escapes.text(problem));
        }
        facts.add("Command", mono(CommandText.of(seen.container().command())));
        facts.add("User", orImages(spec.user()));
        facts.add("Working folder", orImages(spec.workdir()));
        if (state.pid() > 0) {
            facts.add("Process number", mono(String.valueOf(state.pid())));
        }
        facts.add("Created", Steps.date(seen.container().created()));
        if (state.startedAt() != null) {
            facts.add("Started", Steps.date(state.startedAt()));
        }
        if (state.finishedAt() != null) {
            facts.add("Ended", Steps.date(state.finishedAt()));
        }
        String runBy = seen.runBy();
        facts.add("Run by", runBy == null ? "never run" : Escapes.text(runBy));
        List<String> ways = new ArrayList<>();
        if (spec.tty()) {
            ways.add("has a terminal");
        }
        if (spec.interactive()) {
            ways.add("its input stays open");
        }
        if (spec.removeAtExit()) {
            ways.add("is removed when it ends");
        }
        if (!ways.isEmpty()) {
            facts.add("It", String.join(", ", ways));
        }
        return facts;
    }

    private FactGrid network(Seen seen) {
        RunSpec spec = seen.container().spec();
        FactGrid facts = new FactGrid();
        facts.add(
                "Network",
                switch (spec.network()) {
                    case OWN -> "its own, reached by published ports only";
                    case HOST -> "this machine’s";
                    case NONE -> "none but its own loopback";
                });
        String hostname = spec.hostname();
        facts.add("Host name", mono(hostname == null ? seen.shortId() : hostname));
        VBox ports = new VBox(2);
        for (PublishedPort port : seen.ports()) {
            Hyperlink link = new Hyperlink(PortLinks.words(port));
            link.setOnAction(event -> acts.browse(port));
            ports.getChildren().add(link);
        }
        if (seen.ports().isEmpty()) {
            facts.add("Ports", wanted(spec.ports()));
        } else {
            facts.add("Ports", ports);
        }
        return facts;
    }

    private static String wanted(List<PublishedPort> ports) {
        return ports.isEmpty()
                ? "none published"
                : String.join(", ", ports.stream().map(PortLinks::brief).toList())
                        + ", while it runs";
    }

    private static FactGrid files(RunSpec spec) {
        FactGrid facts = new FactGrid();
        facts.add("Root", spec.readOnly() ? "cannot be written to" : "can be written to");
        for (BindMount bind : spec.binds()) {
            String way = bind.readOnly() ? ", read only" : "";
            facts.add("Mount", mono(bind.source() + " → " + bind.target() + way));
        }
        for (String path : spec.tmpfs()) {
            facts.add("In memory", mono(path));
        }
        return facts;
    }

    private static FactGrid limits(ResourceLimits limits) {
        FactGrid facts = new FactGrid();
        facts.add("Memory", limits.memory() == 0 ? "no limit" : HumanSize.spaced(limits.memory()));
        facts.add(
                "Processors",
                limits.cpus() == 0
                        ? "no limit"
                        : String.format(Locale.ROOT, "%.4g", limits.cpus()));
        facts.add("Processes", limits.pids() == 0 ? "no limit" : HumanSize.grouped(limits.pids()));
        return facts;
    }

    private static FactGrid environment(RunSpec spec) {
        FactGrid facts = new FactGrid();
        if (spec.env().isEmpty()) {
            facts.add("Set here", "nothing beside the image’s");
        }
        for (String one : spec.env()) {
            int equals = one.indexOf('=');
            String key = equals < 0 ? one : one.substring(0, equals);
            String value = equals < 0 ? "(as here)" : one.substring(equals + 1);
            facts.add(Escapes.text(key), mono(value));
        }
        return facts;
    }

    private static String orImages(@Nullable String text) {
        return text == null ? "the image’s" : Escapes.text(text);
    }

    private static Label mono(String text) {
        Label label = FactGrid.words(Escapes.text(text));
        label.getStyleClass().add("mono");
        return label;
    }

    private static Node copied(String line) {
        HBox box = new HBox(4, mono(line), Actions.copy("this line", () -> line));
        box.setAlignment(Pos.TOP_LEFT);
        return box;
    }

    @Override
    public void shown() {
        fill(show.seen());
    }
}
