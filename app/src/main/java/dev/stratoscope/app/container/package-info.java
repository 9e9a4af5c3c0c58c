/**
 * Containers: the list of them, the form that runs one, and a tab for each.
 *
 * <p>{@link dev.stratoscope.app.container.ContainerShow} is what one tab knows of its container: it
 * looks in the background, a few times a second while the tab is shown, and everything else listens
 * to it. The panes below the header are {@link dev.stratoscope.app.container.ContainerPart}s that
 * know the show and nothing of each other; those about layers are made by {@link
 * dev.stratoscope.app.container.LayerParts}.
 */
package dev.stratoscope.app.container;
