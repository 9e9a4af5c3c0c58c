package dev.stratoscope.app.view.stack;

/**
 * How many paths a layer touched, by kind of change.
 *
 * @param added paths that were not there below; 0 or more
 * @param modified paths whose content or type changed; 0 or more
 * @param metadata paths of which only mode, owner, time or attributes changed; 0 or more
 * @param deleted paths removed; 0 or more
 */
public record Counts(int added, int modified, int metadata, int deleted) {}
