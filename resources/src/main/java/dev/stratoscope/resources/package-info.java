/**
 * Typed handles to everything the program shows but does not compute.
 *
 * <p>Resources are opened here, in their own module, because another module's look-up of them
 * returns null. Nothing in this package knows the engine or the application.
 */
package dev.stratoscope.resources;
