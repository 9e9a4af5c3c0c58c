package dev.stratoscope.model.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    127 | executable file `none` not found in $PATH: No such file or directory
                    127 | time="2026" level=error msg="runc run failed: unable to start container process: exec: \\"none\\": executable file not found in $PATH"
                    127 | time="2026" level=error msg="runc run failed: unable to start container process: exec: \\"/none\\": stat /none: no such file or directory"
                    127 | unshare: failed to execute none: No such file or directory
                    126 | open executable: Permission denied
                    126 | time="2026" level=error msg="exec failed: unable to start container process: exec: \\"/etc\\": permission denied"
                    126 | unshare: failed to execute x: Exec format error
                    125 | mount: /x/merged: special device overlay does not exist.
                    125 | chdir to `/x`: No such file or directory
                    125 | cgroup setup: Permission denied
                    """)
    void sayWhatKindOfFailureItWas(int code, String complaint) {
        assertEquals(code, Complaints.of("program", complaint).exitCode());
    }

    @Test
    void areToldInPlainWords() {
        String text =
                """
                mount: /x/merged: wrong fs type, bad option.
                       dmesg(1) may have more information after failed mount system call.
                """;
        assertEquals("/x/merged: wrong fs type, bad option.", Complaints.last(text));
        assertEquals("no reason was given", Complaints.last("\n"));
    }
}
