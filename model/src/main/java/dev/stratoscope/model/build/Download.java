package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A file that ADD takes from http or https. With a checksum it is not asked for while a layer made
 * of it is in the cache. Safe for use by many threads.
 */
final class Download {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MODE = 0600;

    private final String url;
    private final URI uri;
    private final @Nullable Digest checksum;
    private final boolean unpack;
    private final Remotes remotes;
    private final Progress progress;
    private @Nullable Got got;

    Download(String url, Instruction.Add add, Remotes remotes, Progress progress)
            throws IOException {
        this.url = url;
        this.remotes = remotes;
        this.progress = progress;
        this.unpack = Boolean.TRUE.equals(add.unpack());
        String wanted = add.checksum();
        try {
            this.uri = new URI(url);
            this.checksum = wanted == null ? null : Digest.parse(wanted);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new FileSystemException(url, null, String.valueOf(e.getMessage()));
        }
    }

    /** A file that was fetched. */
    private record Got(Path file, long size, Digest digest, Instant mtime) {}

    private String name() {
        String path = uri.getPath();
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    }

    /** What is placed. */
    Added added() throws IOException {
        Digest digest = checksum == null ? got().digest() : checksum;
        KeyPart part = new KeyPart(Miss.Cause.FILE, url, (unpack ? "unpacked " : "") + digest);
        return new Added() {
            @Override
            public List<KeyPart> parts() {
                return List.of(part);
            }

            @Override
            public void sketch(Placement placement, CopyTarget target) throws IOException {
                if (unpack || target.folder()) {
                    placement.prepare(target);
                }
            }

            @Override
            public void place(Placement placement, CopyTarget target) throws IOException {
                Got file = got();
                Body body = body(file);
                if (unpack && Archives.isOne(body)) {
                    remotes.archives().of(part, name(), body, progress).place(placement, target);
                    return;
                }
                if (target.folder() && name().isEmpty()) {
                    throw new FileSystemException(
                            url, null, "has no file name: name the file in the target");
                }
                String name = name().isEmpty() ? "__unnamed__" : name();
                placement.place(ByteString.of(name), body, file.size(), MODE, file.mtime(), target);
            }
        };
    }

    private Body body(Got file) {
        return new Body() {
            @Override
            public InputStream open(long offset) throws IOException {
                FileChannel channel = FileChannel.open(file.file(), StandardOpenOption.READ);
                return Channels.newInputStream(channel.position(offset));
            }

            @Override
            public Digest digest() {
                return file.digest();
            }
        };
    }

    private synchronized Got got() throws IOException {
        Got known = got;
        if (known == null) {
            known = fetch();
            got = known;
        }
        return known;
    }

    private Got fetch() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).GET().build();
        try (HttpClient client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(PATIENCE)
                        .build()) {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                if (response.statusCode() != 200) {
                    throw new FileSystemException(
                            url, null, "the server answered " + response.statusCode());
                }
                return keep(in, time(response));
            }
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (FileSystemException | DigestMismatchException | LimitException e) {
            throw e;
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw (IOException) new FileSystemException(url, null, why).initCause(e);
        }
    }

    /** As BuildKit has it: the beginning of time where the server says nothing. */
    private static Instant time(HttpResponse<?> response) {
        try {
            return response.headers()
                    .firstValue("Last-Modified")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(ZonedDateTime::toInstant)
                    .orElse(Instant.EPOCH);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private Got keep(InputStream in, Instant mtime) throws IOException {
        Path file = remotes.temporary().fresh().resolve("download");
        MessageDigest hasher = checksum == null ? Digest.newSha256() : checksum.newHasher();
        long most = remotes.limits().expandedBytes();
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
                progress.advance(0);
                size += some;
                if (size > most) {
                    throw new LimitException(url, "expandedBytes", most);
                }
                hasher.update(buffer, 0, some);
                out.write(buffer, 0, some);
            }
        }
        byte[] hash = hasher.digest();
        Digest digest = checksum == null ? Digest.ofSha256(hash) : checksum.withHash(hash);
        if (checksum != null && !digest.equals(checksum)) {
            throw new DigestMismatchException(url, "checksum", checksum, digest);
        }
        return new Got(file, size, digest, mtime);
    }
}
