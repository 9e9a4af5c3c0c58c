package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.SharedData;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with one image in many formats, and what other tools say of it. Formats are the archives
 * and folders in it; a file {@code sources} names more, a name and what we are to open a line.
 */
record ImageFolder(Path path) {
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.tar(\\.gz|\\.zst)?");

    /**
     * The folders below those that the system property {@code stratoscope.images} lists, and below
     * {@code ../shared/images} where that is.
     */
    static List<ImageFolder> all() throws IOException {
        List<Path> parents = new ArrayList<>();
        String listed = System.getProperty("stratoscope.images", "");
        for (String parent : listed.split(Pattern.quote(File.pathSeparator), -1)) {
            if (!parent.isEmpty()) {
                parents.add(Path.of(parent));
            }
        }
        SharedData.find("images").ifPresent(parents::add);
        List<ImageFolder> all = new ArrayList<>();
        for (Path parent : parents) {
            try (Stream<Path> below = Files.list(parent)) {
                below.filter(Files::isDirectory)
                        .sorted()
                        .map(ImageFolder::new)
                        .filter(ImageFolder::saysAnything)
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** What we are to open, by the name of the format. */
    Map<String, String> formats() throws IOException {
        Map<String, String> formats = new TreeMap<>();
        try (Stream<Path> inside = Files.list(path)) {
            inside.filter(ImageFolder::isImage)
                    .forEach(f -> formats.put(f.getFileName().toString(), f.toString()));
        }
        Optional<Path> sources = file("sources");
        if (sources.isPresent()) {
            for (String line : Files.readAllLines(sources.get())) {
                int space = line.indexOf(' ');
                formats.put(
                        line.substring(0, space),
                        path + File.separator + line.substring(space + 1));
            }
        }
        return formats;
    }

    /** A file with what a tool says; empty where there is none. */
    Optional<Path> file(String name) {
        return Optional.of(path.resolve(name)).filter(Files::isRegularFile);
    }

    private boolean saysAnything() {
        return Stream.of("umoci.mtree", "umoci.mtree.gz", "docker-export.lst")
                .anyMatch(name -> file(name).isPresent());
    }

    private static boolean isImage(Path file) {
        return ARCHIVE.matcher(file.getFileName().toString()).matches()
                || Files.exists(file.resolve("oci-layout"))
                || (Files.exists(file.resolve("version"))
                        && Files.exists(file.resolve("manifest.json")));
    }
}
