package dev.stratoscope.model.dockerfile;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What instructions do to an image's config (image-spec, config.md, "config"). */
public final class ConfigEffect {
    private ConfigEffect() {}

    /**
     * Does one instruction to a config. Those that only make layers do nothing.
     *
     * @param config the object {@code config}; changed
     * @param instruction expanded
     * @throws DockerfileException when it says what cannot be
     */
    public static void apply(ObjectNode config, Instruction instruction)
            throws DockerfileException {
        throw new DockerfileException("", instruction.range(), config.toString(), "");
    }
}
