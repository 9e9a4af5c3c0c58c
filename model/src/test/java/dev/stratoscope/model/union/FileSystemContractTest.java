package dev.stratoscope.model.union;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.snapshot.InMemory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** {@link FileSystemContract} wherever the sample may lie. */
class FileSystemContractTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    abstract class InUnion implements FileSystemContract {
        UnionFileSystem system;

        abstract TestImage.Layer[] layers();

        void make() throws IOException {}

        @BeforeEach
        void open() throws IOException {
            system = Unions.of(layers()).open(folder.resolve("upper"));
            make();
        }

        @AfterEach
        void close() throws IOException {
            system.close();
        }

        @Override
        public Path root() {
            return system.getPath("/");
        }
    }

    @Nested
    class AllInTheLowerLayer extends InUnion {
        @Override
        TestImage.Layer[] layers() {
            return new TestImage.Layer[] {Sample.layer(_ -> true)};
        }
    }

    @Nested
    class AllInTheWritableLayer extends InUnion {
        @Override
        TestImage.Layer[] layers() {
            return new TestImage.Layer[0];
        }

        @Override
        void make() throws IOException {
            Sample.make(root(), _ -> true);
        }
    }

    @Nested
    class HalfAndHalf extends InUnion {
        @Override
        TestImage.Layer[] layers() {
            return new TestImage.Layer[] {
                Sample.layer(sample -> sample.path().length() % 2 == 0 || sample.kind() == 'd')
            };
        }

        @Override
        void make() throws IOException {
            Sample.make(root(), sample -> sample.path().length() % 2 == 1 || sample.kind() == 'd');
        }
    }

    @Nested
    class OverHiddenThings extends InUnion {
        @Override
        TestImage.Layer[] layers() {
            TestImage.Layer below =
                    TestImage.layer()
                            .file("a/old", "old")
                            .file("b/gone", "gone")
                            .file("a/empty/x/y", "y")
                            .directory("text/z");
            TestImage.Layer above = Sample.layer(_ -> true).opaque("a").whiteout("b/gone");
            return new TestImage.Layer[] {below, above};
        }
    }

    @Nested
    @EnabledOnOs(OS.LINUX)
    class OnTheOwnDisk implements FileSystemContract {
        @BeforeEach
        void make() throws IOException {
            Sample.make(folder, _ -> true);
        }

        @Override
        public Path root() {
            return folder;
        }
    }
}
