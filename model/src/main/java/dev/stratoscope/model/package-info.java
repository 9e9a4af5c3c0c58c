/**
 * The engine's door: {@link dev.stratoscope.model.Engine} opens images, {@link
 * dev.stratoscope.model.OpenImage} is one of them with its layers' indexes, merged trees, changes
 * and contents. This package wires the others together and binds their ports; it holds no rules of
 * its own.
 */
package dev.stratoscope.model;
