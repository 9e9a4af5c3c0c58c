package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.ContainerState;
import dev.stratoscope.model.runtime.PublishedPort;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/**
 * What was seen of a container at one moment. Immutable.
 *
 * @param name safe to show
 * @param runBy what its processes are run by; null when it never ran
 */
record Seen(
        Container container,
        String name,
        ContainerState state,
        List<PublishedPort> ports,
        @Nullable String runBy) {

    /** Takes a look; not on the JavaFX thread. */
    static Seen of(Container container) throws IOException {
        return new Seen(
                container,
                Escapes.text(container.name()),
                container.state(),
                List.copyOf(container.ports()),
                container.runBy());
    }

    /** Why it cannot be started here, in words; null when it can, or runs. */
    @Nullable String obstacle() {
        return state.isLive() ? null : container.obstacle();
    }

    /** Its whole id. */
    String id() {
        return container.id();
    }

    /** The first twelve digits of its id. */
    String shortId() {
        return container.id().substring(0, Math.min(12, container.id().length()));
    }

    /** Whether it looks the same as another to a person. */
    boolean looksLike(Seen other) {
        return id().equals(other.id())
                && name.equals(other.name)
                && state.equals(other.state)
                && ports.equals(other.ports);
    }
}
