/**
 * Real processes in containers: the OCI runtimes of the machine, what supervises them, and what
 * they are told (runtime-spec).
 *
 * <p>Mounts live in a private mount namespace that the supervisor holds, so that nothing stays
 * mounted however anything ends. Nothing here is loaded before a container is asked for, and only
 * Linux has it.
 */
package dev.stratoscope.model.runtime;
