/**
 * Builds: a tab for each Dockerfile, and the list of builds that ended.
 *
 * <p>{@link dev.stratoscope.app.build.BuildShow} is what one tab knows of its build. A build's
 * threads put what happens into a {@link dev.stratoscope.app.build.BuildFeed}; the tab takes it
 * from there ten times a second, so that a step that writes much costs the screen no more than one
 * that writes little. What is edited is read again, in the background, when typing pauses; steps
 * that are written as before keep what is known of them.
 *
 * <p>{@link dev.stratoscope.app.build.BuildFile} is the file behind the editor: what another
 * program writes there is taken over, or told where an edit would be lost. What a step wrote, and
 * how a file differs that made a step miss the cache, is read from layers only when somebody looks.
 */
package dev.stratoscope.app.build;
