package dev.stratoscope.model;

import dev.stratoscope.model.archive.ArchiveFuzz;
import dev.stratoscope.model.archive.FuzzTars;

import org.opentest4j.TestAbortedException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the fuzzer begins: made in code, and taken from {@code ../shared/cases} where that is
 * there.
 */
final class FuzzSeeds {
    private static final int MOST_BYTES = 16_384;

    private FuzzSeeds() {}

    static List<byte[]> tars() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] tar : allTars()) {
            seeds.add(prefixed(20, tar));
        }
        return seeds;
    }

    static List<byte[]> layers() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] tar : allTars()) {
            seeds.add(prefixed(1, tar));
            seeds.add(prefixed(2, tar));
            seeds.add(prefixed(0, Packing.GZIP.pack(tar)));
            seeds.add(prefixed(0, Packing.ZSTD.pack(tar)));
        }
        return seeds;
    }

    static List<byte[]> gzips() throws IOException {
        byte[] one = Packing.GZIP.pack("hello hello hello".getBytes(StandardCharsets.US_ASCII));
        byte[] two = Packing.GZIP.pack(new byte[300]);
        byte[] full = one.clone();
        full[3] = 0x1e;
        byte[] fields = {3, 0, 'x', 'y', 'z', 'n', 0, 'c', 0, 0, 0};
        return List.of(
                prefixed(7, one),
                prefixed(200, join(one, two)),
                prefixed(3, join(two, new byte[20])),
                prefixed(50, join(one, "junk".getBytes(StandardCharsets.US_ASCII))),
                prefixed(
                        9,
                        join(
                                Arrays.copyOf(full, 10),
                                fields,
                                Arrays.copyOfRange(one, 10, one.length))));
    }

    static List<byte[]> documents() throws IOException {
        String digest = "sha256:" + "0a".repeat(32);
        String descriptor =
                "{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"size\":7,"
                        + "\"digest\":\"%s\",\"annotations\":{\"a\":\"b\"},".formatted(digest)
                        + "\"platform\":{\"os\":\"linux\",\"architecture\":\"arm\",\"variant\":\"v7\"}}";
        String manifest =
                "{\"schemaVersion\":2,\"config\":%s,\"layers\":[%s]}"
                        .formatted(descriptor, descriptor);
        String index = "{\"schemaVersion\":2,\"manifests\":[%s]}".formatted(descriptor);
        String config =
                "{\"created\":\"2020-01-01T00:00:00.5+02:00\",\"os\":\"linux\",\"rootfs\":"
                        + "{\"type\":\"layers\",\"diff_ids\":[\"%s\"]},\"history\":"
                                .formatted(digest)
                        + "[{\"created_by\":\"x\"},{\"empty_layer\":true}]}";
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(prefixed(0, bytes(manifest)));
        seeds.add(prefixed(1, bytes(index)));
        seeds.add(prefixed(2, bytes(config)));
        seeds.add(prefixed(3, bytes("[1,-2.5e3,\"\\u00e9\",true,null,{}]")));
        return seeds;
    }

    static List<byte[]> archives() throws IOException {
        byte[] tar = TestImage.tar(TestImage.layer().file("etc/motd", "hi").items());
        String layer = new String(tar, StandardCharsets.ISO_8859_1);
        String config =
                "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"type\":\"layers\","
                        + "\"diff_ids\":[\"@%d\"]},\"history\":[{\"created_by\":\"x\"}]}";
        String descriptor = "{\"mediaType\":\"\",\"digest\":\"@%d\",\"size\":#%d}";
        String oci =
                parts(
                        "{\"manifests\":[" + descriptor.formatted(1, 1) + "]}",
                        "{\"config\":%s,\"layers\":[%s]}"
                                .formatted(descriptor.formatted(2, 2), descriptor.formatted(3, 3)),
                        config.formatted(3),
                        layer);
        String docker =
                parts(
                        "[{\"Config\":\"m1\",\"RepoTags\":[\"a:b\"],\"Layers\":[\"m2\"]}]",
                        config.formatted(2),
                        layer);
        List<byte[]> seeds = new ArrayList<>();
        for (int packing = 0; packing < Packing.values().length; packing++) {
            for (String parts : List.of(oci, docker)) {
                seeds.add(prefixed(packing, parts.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        for (byte[] shared : shared("hostile/docker-archive")) {
            seeds.add(prefixed(0, shared));
        }
        return seeds;
    }

    static List<byte[]> dockerfiles() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(
                bytes(
                        """
                        # syntax=x
                        # escape=`
                        # check=skip=all;error=true
                        ARG V=1
                        FROM --platform=$BUILDPLATFORM a:$V AS one
                        RUN --mount=type=cache,target=/c,sharing=locked --network=none a `
                          # comment

                          b
                        COPY --from=one --chown=a:b --chmod=u+x --exclude=*.o a ["b c", "d"]
                        COPY <<E <<-"F" /x/
                        $A
                        E
                        \tb
                        \tF
                        """));
        seeds.add(
                bytes(
                        """
                        FROM scratch
                        MAINTAINER me "and" you
                        ENV a ${A:-b}${A:+"c"}${A#*d}${A//e/f} b
                        ENV A=b\\ c D='e' F="$A"
                        LABEL a b
                        EXPOSE 80/tcp 90-91
                        HEALTHCHECK --interval=1s CMD ["a"]
                        ONBUILD ADD --checksum=sha256:x a b
                        ENTRYPOINT a 'b c'
                        SHELL ["a"]
                        STOPSIGNAL 9
                        VOLUME /a
                        WORKDIR b
                        USER c
                        """));
        for (byte[] shared : shared("moby__buildkit/testfiles")) {
            seeds.add(shared);
        }
        return seeds;
    }

    static List<byte[]> ignores() {
        return List.of(
                bytes("a/b/c.txt\n**/*.txt\n!a/b\n# no\n"),
                bytes("ab/c\n?b/**\n!a*/c\n"),
                bytes("x.go\n**.go\na**b\n[a-c]\\*\n/./x/..\n"));
    }

    private static String parts(String... parts) {
        return String.join(ArchiveFuzz.SEPARATOR, parts);
    }

    private static List<byte[]> allTars() throws IOException {
        List<byte[]> tars = new ArrayList<>(FuzzTars.all());
        tars.addAll(shared("hostile/layer"));
        tars.addAll(shared("hostile/stream"));
        return tars;
    }

    private static List<byte[]> shared(String folder) throws IOException {
        List<byte[]> found = new ArrayList<>();
        try {
            for (Path file : SharedCases.files(folder)) {
                if (Files.size(file) <= MOST_BYTES) {
                    found.add(Files.readAllBytes(file));
                }
            }
        } catch (TestAbortedException e) {
            return List.of();
        }
        return found;
    }

    private static byte[] prefixed(int first, byte[] rest) {
        return join(new byte[] {(byte) first}, rest);
    }

    private static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
