package dev.stratoscope.app.view.stack;

import dev.stratoscope.model.diff.ChangeCounts;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One step of an image's history, as the stack shows it. Immutable; may be made on any thread.
 *
 * @param history index in the image's history, 0 the oldest
 * @param layer index of the layer the step made, 0 the lowest, or -1 when it made none
 * @param keyword the instruction's keyword ({@code RUN}), or {@code base} where none is known
 * @param command the instruction without its keyword and without a shell's or builder's wrapping;
 *     may be empty
 * @param fullCommand the instruction to the letter; may be empty
 * @param size bytes that decide the height: of the tar, or of the blob while only that is known
 * @param compressedSize whether {@code size} is that of the compressed blob
 * @param contentSize bytes in the files of the layer, 0 while unknown
 * @param diffId digest of the tar with its algorithm ({@code sha256:...}); empty when there is none
 * @param counts what the layer changed, or null while unknown
 * @param strata the layer's largest directories, largest first; empty while unknown
 * @param pills short facts, the more telling ones first; may be empty
 * @param state how far the layer is known
 * @param indexed how much of the layer has been read, from 0 to 1; only of meaning in {@link
 *     State#INDEXING}
 * @param created when the step was made, ready to be read; may be empty
 */
public record Step(
        int history,
        int layer,
        String keyword,
        String command,
        String fullCommand,
        long size,
        boolean compressedSize,
        long contentSize,
        String diffId,
        @Nullable ChangeCounts counts,
        List<Stratum> strata,
        List<Pill> pills,
        State state,
        double indexed,
        String created) {

    private static final int SHORT_DIGEST = 12;

    /** How far a layer is known. */
    public enum State {
        /** Everything is known, or there is nothing to know. */
        READY(""),
        /** Its files are still being read. */
        INDEXING(""),
        /** Its files were not read: that was cancelled. */
        UNREAD("not read"),
        /** Its blob is not there. */
        MISSING("blob missing"),
        /** Its bytes do not have the digest they should have. */
        MISMATCH("digest mismatch"),
        /** It is damaged in another way, or goes beyond a limit. */
        UNREADABLE("cannot be read"),
        /** It is the writable layer of a container that has processes: it may grow. */
        LIVE(""),
        /** It is the writable layer of a container that has none. */
        AT_REST("");

        private final String trouble;

        State(String trouble) {
            this.trouble = trouble;
        }

        /** Whether it is no layer of an image, but that of a container. */
        public boolean isWritable() {
            return this == LIVE || this == AT_REST;
        }

        /** Whether the blob is there, but not what it should be. */
        public boolean isBad() {
            return this == MISMATCH || this == UNREADABLE;
        }

        /** The words for what is wrong; empty when nothing is. */
        public String trouble() {
            return trouble;
        }
    }

    /** Copies the lists. */
    public Step {
        strata = List.copyOf(strata);
        pills = List.copyOf(pills);
    }

    /**
     * The writable layer of a container, which stands on top of the steps of its image.
     *
     * @param layer one more than the index of the image's topmost layer
     * @param size bytes that it holds
     * @param paths how many paths it changes and since when, in words; may be empty
     * @param lately what it does now and when it was last written to, in words
     * @param live whether the container has processes
     */
    public static Step writable(
            int layer,
            long size,
            String paths,
            @Nullable ChangeCounts counts,
            String lately,
            boolean live) {
        return new Step(
                -1,
                layer,
                "Writable layer",
                paths,
                "",
                size,
                false,
                0,
                "",
                counts,
                List.of(),
                List.of(new Pill(lately, "")),
                live ? State.LIVE : State.AT_REST,
                1,
                "");
    }

    /** The same in another state. */
    public Step withState(State other) {
        return with(pills, other);
    }

    /** The same step with other short facts. */
    public Step withPills(List<Pill> others) {
        return with(others, state);
    }

    private Step with(List<Pill> otherPills, State otherState) {
        return new Step(
                history,
                layer,
                keyword,
                command,
                fullCommand,
                size,
                compressedSize,
                contentSize,
                diffId,
                counts,
                strata,
                otherPills,
                otherState,
                indexed,
                created);
    }

    /** The same without what its layer did to those below: no counts, strata and short facts. */
    public Step bare() {
        return new Step(
                history,
                layer,
                keyword,
                command,
                fullCommand,
                size,
                compressedSize,
                contentSize,
                diffId,
                null,
                List.of(),
                List.of(),
                state,
                indexed,
                created);
    }

    /**
     * Whether the step made no layer.
     *
     * @return true when {@code layer} is negative
     */
    public boolean empty() {
        return layer < 0;
    }

    /**
     * The layer's name on screen.
     *
     * @return {@code L} and the layer's index, {@code W} for the writable layer; empty for a step
     *     without a layer
     */
    public String label() {
        return state.isWritable() ? "W" : empty() ? "" : "L" + layer;
    }

    /**
     * The start of the digest, enough to tell layers apart.
     *
     * @return at most twelve hex digits without the algorithm; empty when there is no digest
     */
    public String shortDigest() {
        String hex = diffId.substring(diffId.indexOf(':') + 1);
        return hex.substring(0, Math.min(SHORT_DIGEST, hex.length()));
    }
}
