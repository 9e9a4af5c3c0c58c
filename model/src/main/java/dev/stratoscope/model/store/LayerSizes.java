package dev.stratoscope.model.store;

/**
 * What a listing tells of a layer without reading it.
 *
 * @param content docker's SIZE in bytes
 * @param tar the length of the tar in bytes
 */
record LayerSizes(long content, long tar) {}
