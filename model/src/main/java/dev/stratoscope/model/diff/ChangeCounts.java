package dev.stratoscope.model.diff;

/**
 * How many paths changed in which way.
 *
 * @param added paths that are new
 * @param modified paths with other content, target, device or type
 * @param metadataOnly paths with only another mode, owner, time or extended attributes
 * @param deleted paths that are gone, those below a removed folder included
 */
public record ChangeCounts(int added, int modified, int metadataOnly, int deleted) {}
