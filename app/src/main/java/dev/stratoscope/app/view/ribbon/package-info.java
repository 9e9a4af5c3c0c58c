/**
 * The layer stacks of two images beside each other, joined by ribbons: which layer became which.
 */
@NullMarked
package dev.stratoscope.app.view.ribbon;

import org.jspecify.annotations.NullMarked;
