package dev.stratoscope.model.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class UsersTest {
    private static final String PASSWD =
            """
            root:x:0:0:root:/root:/bin/sh
            # web:x:1:1::/no:/bin/sh
            bad line
            short:x:5
            :x:9:9::/nameless:
            web:x:101:102:Web:/var/web:/bin/false
            huge:x:99999999999:0::/:
            7:x:70:71::/seven:
            relative:x:80:81::home:
            """;
    private static final String GROUP =
            "root:x:0:root\nweb:x:102:\nlogs:x:4:other,web\nmore:x:4:web\nops:x:44:web\n";

    private static Identity who(String user) throws IOException {
        return who(user, PASSWD, GROUP);
    }

    private static Identity who(String user, @Nullable String passwd, @Nullable String group)
            throws IOException {
        return Users.resolve(user, bytes(passwd), bytes(group));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void nobodyAskedForIsTheSuperuser() throws IOException {
        assertEquals(new Identity(0, 0, List.of(0L), "/root"), who(""));
        assertEquals(new Identity(0, 0, List.of(), "/"), who("", null, null));
    }

    @Test
    void namesAndNumbersAreFoundWithTheirGroups() throws IOException {
        Identity web = new Identity(101, 102, List.of(4L, 44L), "/var/web");
        assertEquals(web, who("web"));
        assertEquals(web, who("101"));
        assertEquals(new Identity(70, 71, List.of(), "/seven"), who("7"));
        assertEquals("/", who("relative").home());
    }

    @Test
    void groupThatIsAskedForIsTheOnlyOne() throws IOException {
        assertEquals(new Identity(101, 44, List.of(), "/var/web"), who("web:ops"));
        assertEquals(new Identity(101, 9, List.of(), "/var/web"), who("web:9"));
        assertEquals(new Identity(0, 44, List.of(), "/root"), who(":ops"));
    }

    @Test
    void numbersNeedNotBeListed() throws IOException {
        assertEquals(new Identity(4_294_967_294L, 0, List.of(), "/"), who("4294967294"));
        assertEquals(new Identity(5, 6, List.of(), "/"), who("5:6", null, null));
    }

    @Test
    void strangersAreRefusedByName() {
        for (String stranger : List.of("none", "short", "huge", "4294967295", "-1", "none:root")) {
            UnknownUserException e =
                    assertThrows(UnknownUserException.class, () -> who(stranger), stranger);
            assertEquals(stranger.replace(":root", ""), e.name());
        }
        assertEquals(
                "nil: there is no such group in the image's /etc/group",
                assertThrows(UnknownUserException.class, () -> who("web:nil")).getMessage());
    }

    @Test
    void linesWithoutEndAreNobodys() throws IOException {
        String passwd = "x".repeat(1 << 20) + ":x:1:1::/:\nweb:x:2:3::/w:\n";
        assertEquals(new Identity(2, 3, List.of(), "/w"), who("web", passwd, null));
    }
}
