package dev.stratoscope.model.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Names a stack of layers by the layers it is made of (image-spec, config.md, "Layer ChainID"). */
public final class ChainId {
    private ChainId() {}

    /**
     * The chainID of every prefix of a stack.
     *
     * @param diffIds bottom first
     * @return one for each diffID: that of the stack which ends with it
     */
    public static List<Digest> of(List<Digest> diffIds) {
        List<Digest> chain = new ArrayList<>();
        for (Digest diffId : diffIds) {
            chain.add(
                    chain.isEmpty()
                            ? diffId
                            : Digest.sha256(
                                    (chain.getLast() + " " + diffId)
                                            .getBytes(StandardCharsets.UTF_8)));
        }
        return List.copyOf(chain);
    }
}
