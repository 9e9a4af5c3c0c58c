package dev.stratoscope.model.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class SeccompTest {
    private static final String PROFILE =
            """
            {"defaultAction":"SCMP_ACT_ERRNO","defaultErrnoRet":38,
             "archMap":[{"architecture":"SCMP_ARCH_X86_64","subArchitectures":["SCMP_ARCH_X86"]},
                        {"architecture":"SCMP_ARCH_AARCH64","subArchitectures":["SCMP_ARCH_ARM"]}],
             "syscalls":[
              {"names":["read"],"action":"SCMP_ACT_ALLOW","args":[],"includes":{},"excludes":{}},
              {"names":["chroot"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_CHROOT"]}},
              {"names":["mount"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_ADMIN"]}},
              {"names":["bpf"],"action":"SCMP_ACT_ERRNO","errnoRet":1,
               "excludes":{"caps":["CAP_SYS_ADMIN"]}},
              {"names":["socket"],"action":"SCMP_ACT_ERRNO","args":[{"index":0,"value":16}],
               "excludes":{"caps":["CAP_AUDIT_WRITE"]}},
              {"names":["arch_prctl"],"action":"SCMP_ACT_ALLOW","includes":{"arches":["amd64"]}},
              {"names":["breakpoint"],"action":"SCMP_ACT_ALLOW","includes":{"arches":["arm64"]}}]}
            """;

    private static ObjectNode filter(String processor) throws IOException {
        return Seccomp.filter(PROFILE.getBytes(StandardCharsets.UTF_8), processor);
    }

    @Test
    void rulesAreThoseOfTheProcessorAndTheKeptCapabilities() throws IOException {
        ObjectNode filter = filter("amd64");
        assertEquals(
                "[\"SCMP_ARCH_X86_64\",\"SCMP_ARCH_X86\"]",
                filter.path("architectures").toString());
        assertEquals(38, filter.path("defaultErrnoRet").asInt());
        assertEquals("read chroot bpf arch_prctl", String.join(" ", names(filter)));
        assertTrue(filter("aarch64").toString().contains("breakpoint"));
    }

    @Test
    void withoutAProfileDangerousCallsAreDenied() throws IOException {
        ObjectNode filter = Seccomp.filter(null, "amd64");
        assertEquals("SCMP_ACT_ALLOW", filter.path("defaultAction").asText());
        assertTrue(filter.toString().contains("\"kexec_load\""));
    }

    private static List<String> names(ObjectNode filter) {
        List<String> names = new ArrayList<>();
        filter.path("syscalls").forEach(rule -> names.add(rule.path("names").path(0).asText()));
        return names;
    }
}
