package dev.stratoscope.app.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.reading.InspectPane;
import dev.stratoscope.model.container.Container;

import javafx.scene.Node;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.concurrent.CancellationException;

/** The record of a container and what its runtime was told, as one document. */
final class InspectPart implements ContainerPart {
    private static final String PROBLEM = "The record cannot be shown";

    private final ContainerShow show;
    private final InspectPane pane;
    private boolean inView;

    InspectPart(ContainerShow show) {
        this.show = show;
        pane = new InspectPane(show.jobs(), "its record and what its runtime was told");
        show.seenProperty().addListener((property, before, now) -> read());
    }

    @Override
    public String title() {
        return "Inspect";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CODE_JSON;
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void shown() {
        inView = true;
        read();
    }

    @Override
    public void hidden() {
        inView = false;
    }

    @Override
    public void search() {
        pane.search();
    }

    private void read() {
        Container container = show.container();
        if (!inView || container == null) {
            return;
        }
        show.jobs()
                .follow(
                        "Reading a container's record",
                        progress -> container.inspect(),
                        this::present,
                        failure -> {
                            if (!(failure instanceof CancellationException)) {
                                show.warn(Problems.of(PROBLEM, failure));
                            }
                        });
    }

    private void present(JsonNode document) {
        JsonNode whole =
                document.isArray() ? document : JsonNodeFactory.instance.arrayNode().add(document);
        int size = document.toString().length();
        pane.show(whole, String.format("%,d characters", size), size, true);
    }
}
