/**
 * Components that several features share: the layer stack, the file tree, previews, banners.
 *
 * <p>Views are built in code rather than FXML: what they need comes in by the constructor and the
 * compiler checks it, and a window is there sooner. What they look like stands in the style sheets
 * of {@code resources}. A view knows values of the engine, never an engine: it asks through
 * callbacks.
 */
package dev.stratoscope.app.view;
