package dev.stratoscope.app.image;

import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

/**
 * Where one is in an image. Immutable.
 *
 * @param step the selected step, from 0 at the bottom; negative for none
 * @param scope what is covered from there
 * @param path the selected path; null for none
 */
public record Place(int step, Scope scope, @Nullable ByteString path) {}
