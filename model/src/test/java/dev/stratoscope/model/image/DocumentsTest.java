package dev.stratoscope.model.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.Refusals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON that is not what it should be: reliability.md, rows 47 to 50. */
class DocumentsTest {
    private static final Documents DOCUMENTS = new Documents(Limits.DEFAULT);
    private static final String HEX = "0a".repeat(32);
    private static final String DESCRIPTOR =
            "{\"mediaType\":\"\",\"size\":1,\"digest\":\"sha256:" + HEX + "\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256:../../../../etc/passwd",
                "sha256:0A0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
                "sha256:0a",
                "sha256:",
                "sha256",
                "sha256:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0",
                "md5:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
                "../sha256:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
                "SHA256:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
                ""
            })
    void aDigestThatIsNoneIsRefusedBeforeItIsAPath(String digest) {
        String descriptor = DESCRIPTOR.replace("sha256:" + HEX, digest);
        refused(() -> DOCUMENTS.index("i", bytes("{\"manifests\":[" + descriptor + "]}")));
        refused(() -> DOCUMENTS.manifest("m", manifest(DESCRIPTOR, descriptor)));
        refused(() -> DOCUMENTS.manifest("m", manifest(descriptor, DESCRIPTOR)));
        refused(
                () ->
                        ImageConfig.parse(
                                "c",
                                bytes(
                                        "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\""
                                                + digest
                                                + "\"]}}"),
                                DOCUMENTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "9223372036854775808", "\"1\"", "null", "[]"})
    void aSizeThatIsNoneIsRefused(String size) {
        String descriptor = DESCRIPTOR.replace("\"size\":1", "\"size\":" + size);
        refused(() -> DOCUMENTS.index("i", bytes("{\"manifests\":[" + descriptor + "]}")));
    }

    @Test
    void aManifestThatIsAlsoAnIndexIsRefusedAsEither() {
        byte[] both =
                bytes("{\"config\":%1$s,\"layers\":[],\"manifests\":[%1$s]}".formatted(DESCRIPTOR));
        refused(() -> DOCUMENTS.manifest("m", both));
        refused(() -> DOCUMENTS.index("i", both));
    }

    @Test
    void aMediaTypeThatSaysOtherwiseIsRefused() {
        String type = "{\"mediaType\":\"%s\",";
        byte[] index =
                bytes(
                        type.formatted(MediaType.OCI_MANIFEST.value())
                                + "\"manifests\":["
                                + DESCRIPTOR
                                + "]}");
        refused(() -> DOCUMENTS.index("i", index));
        byte[] manifest =
                bytes(
                        type.formatted(MediaType.OCI_INDEX.value())
                                + "\"config\":"
                                + DESCRIPTOR
                                + ",\"layers\":[]}");
        refused(() -> DOCUMENTS.manifest("m", manifest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{} {}",
                "{}x",
                "{} ]",
                "",
                "  ",
                "{\"a\":01}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "// comment\n{}",
                "{\"a\":\"\u0001\"}"
            })
    void whatIsNotOneDocumentIsRefused(String json) {
        refused(() -> DOCUMENTS.parse("d", bytes(json)));
    }

    @Test
    void keysHaveCase() {
        byte[] upper = bytes("{\"Config\":" + DESCRIPTOR + ",\"Layers\":[]}");
        refused(() -> DOCUMENTS.manifest("m", upper));
    }

    @Test
    void aByteOrderMarkMeansNothing() throws IOException {
        assertTrue(DOCUMENTS.parse("d", bytes("\ufeff{}")).isObject());
        assertTrue(DOCUMENTS.parse("d", bytes("{}\n \t\r\n")).isObject());
    }

    @Test
    void twentyThousandLevelsMeetTheLimit() {
        for (String open : new String[] {"[", "{\"a\":"}) {
            LimitException e =
                    assertThrows(
                            LimitException.class,
                            () -> DOCUMENTS.parse("d", bytes(open.repeat(20_000))));
            assertEquals("documentDepth", e.limit());
        }
    }

    @Test
    void aNumberOfAMillionDigitsIsRefusedSoon() {
        refused(() -> DOCUMENTS.parse("d", bytes("[" + "1".repeat(1_000_000) + "]")));
        refused(() -> DOCUMENTS.parse("d", bytes("{\"" + "k".repeat(1_000_000) + "\":1}")));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        refused(() -> DOCUMENTS.parse("d", new byte[] {'"', (byte) 0xc3, '"'}));
        refused(() -> DOCUMENTS.parse("d", new byte[] {'"', (byte) 0xff, 'x', '"'}));
    }

    @FunctionalInterface
    private interface Reading {
        Object read() throws IOException;
    }

    private static void refused(Reading reading) {
        ImageFormatException e = assertThrows(ImageFormatException.class, reading::read);
        Refusals.check(e);
    }

    private static byte[] manifest(String config, String layer) {
        return bytes("{\"config\":" + config + ",\"layers\":[" + layer + "]}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPlaceInADocumentIsToldWithoutASource() {
        ImageFormatException e =
                assertThrows(
                        ImageFormatException.class,
                        () -> DOCUMENTS.parse("d", bytes("{\"a\": [1,\n")));
        assertFalse(String.valueOf(e.getMessage()).contains("Source"), e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).contains("line 2"), e.getMessage());
    }
}
