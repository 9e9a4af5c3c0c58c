/**
 * Real processes in containers: the OCI runtimes of the machine, what supervises them, and what
 * they are told (runtime-spec).
 *
 * <p>{@link dev.stratoscope.model.runtime.Launchers} finds crun, runc or, where neither works, the
 * programs of util-linux, and starts what a {@link dev.stratoscope.model.runtime.LaunchSpec} says.
 * It knows nothing of images. A {@link dev.stratoscope.model.runtime.Run} is what the files of its
 * folder and {@code /proc} tell; no state of it lives in this program.
 *
 * <p>Invariants: mounts live in a private mount namespace that the supervisor holds, so that
 * nothing stays mounted however anything ends. What is needed to go on with a run or to clear it
 * away is written before the step that needs it, and clearing away may be repeated. Numbers of
 * processes are believed only together with the moment of their start, and signals are sent by
 * descriptor. Nothing of this program's environment and no descriptor reaches a container. Nothing
 * here is loaded before a container is asked for, and only Linux has it.
 *
 * <p>Decisions: conmon keeps the log and the exit code; it calls the runtime's {@code run} where it
 * means {@code create}, which saves a process. Where conmon is missing a shell stands in, without
 * times in the log and without terminals in the background. A runtime is tried on an empty root: it
 * looks for the program last of all. crun is confused by both versions of cgroups at once and gets
 * a mount namespace in which the second is not mounted. What runtimes would make as mount points in
 * the container's layer lies in a layer below all of the image's, where the image's own names hide
 * it. A network of one's own leads nowhere but through its published ports, which a process of this
 * program forwards from a thread in the container's network: nothing of the machine's network or
 * firewall is changed for it. The basic launcher has neither a filter of system calls nor limits,
 * refuses mounts through links of the image, and drops variables that would steer the machine's own
 * programs.
 */
package dev.stratoscope.model.runtime;
