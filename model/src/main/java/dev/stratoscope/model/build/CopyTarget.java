package dev.stratoscope.model.build;

import dev.stratoscope.model.tree.ByteString;

/**
 * Where a source goes. Immutable.
 *
 * @param path absolute, with links not followed yet
 * @param folder whether it is to be a folder
 */
record CopyTarget(ByteString path, boolean folder) {
    /** As it is written, from a working folder on. */
    static CopyTarget of(String written, String workdir) {
        boolean folder =
                written.isEmpty()
                        || written.endsWith("/")
                        || written.equals(".")
                        || written.endsWith("/.");
        String whole = written.startsWith("/") ? written : workdir + "/" + written;
        return new CopyTarget(ByteString.of(String.join("/", SourcePaths.names(whole))), folder);
    }
}
