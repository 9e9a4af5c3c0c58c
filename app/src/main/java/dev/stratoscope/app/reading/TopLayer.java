package dev.stratoscope.app.reading;

import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

/**
 * The writable layer of a container, on top of the layers of its image. Immutable.
 *
 * @param step how the stack shows it
 * @param index what it holds
 * @param contents the bytes of its files and of those below it
 * @param number another for each state of the same layer
 */
public record TopLayer(Step step, LayerIndex index, Contents contents, long number) {
    /**
     * The bytes of an image's files, and of those of a layer on top of it.
     *
     * @param layers how many the image has
     * @param top null where there is none
     */
    public static Contents over(Contents image, int layers, @Nullable TopLayer top) {
        return top == null
                ? image
                : (entry, offset) ->
                        (entry.layer() < layers ? image : top.contents()).open(entry, offset);
    }
}
