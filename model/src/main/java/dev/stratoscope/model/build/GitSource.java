package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.IgnoreFile;
import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A git repository that ADD takes files from: {@code URL[#ref[:folder]]}. It is only asked which
 * commit is meant while a layer made of that commit is in the cache. Safe for use by many threads.
 */
final class GitSource implements Added {
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "((?:git|ssh)://[^#]+|git@[^#:]+:[^#]+|https?://[^#]+\\.git/?)"
                            + "(?:#([^:]*)(?::(.*))?)?");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private final String source;
    private final String url;
    private final String ref;
    private final String folder;
    private final boolean keepGitDir;
    private final TemporaryFolder temporary;
    private final Progress progress;
    private final String commit;

    private GitSource(
            String source,
            Matcher written,
            Instruction.Add add,
            TemporaryFolder temporary,
            Progress progress)
            throws IOException {
        this.source = source;
        this.url = written.group(1);
        this.ref = written.group(2) == null ? "" : written.group(2);
        this.folder = written.group(3) == null ? "" : written.group(3);
        this.keepGitDir = add.keepGitDir();
        this.temporary = temporary;
        this.progress = progress;
        if (ref.startsWith("-")) {
            throw wrong("a ref does not begin with a dash: " + ref);
        }
        this.commit = COMMIT.matcher(ref).matches() ? ref : asked();
        String wanted = add.checksum();
        if (wanted != null && (wanted.isEmpty() || !commit.startsWith(wanted))) {
            throw wrong("is at commit " + commit + ", not " + wanted);
        }
    }

    /** What a source names; null when that is no git repository. */
    static @Nullable Added of(
            String source, Instruction.Add add, TemporaryFolder temporary, Progress progress)
            throws IOException {
        Matcher written = WRITTEN.matcher(source);
        return written.matches() ? new GitSource(source, written, add, temporary, progress) : null;
    }

    private FileSystemException wrong(String why) {
        return new FileSystemException(source, null, why);
    }

    private Git git(Path folder) {
        return new Git(source, folder, progress);
    }

    /** The commit that the repository has for the ref now. */
    private String asked() throws IOException {
        String name = ref.isEmpty() ? "HEAD" : ref;
        String listed = git(temporary.fresh()).run("ls-remote", "--", url, name, name + "^{}");
        Map<String, String> commits = new HashMap<>();
        listed.lines()
                .map(line -> line.split("\t", 2))
                .filter(parts -> parts.length == 2 && COMMIT.matcher(parts[0]).matches())
                .forEach(parts -> commits.put(parts[1], parts[0]));
        for (String one :
                List.of(
                        name,
                        "refs/tags/" + name + "^{}",
                        "refs/tags/" + name,
                        "refs/heads/" + name)) {
            String found = commits.get(one);
            if (found != null) {
                return found;
            }
        }
        throw wrong("the repository has no " + name);
    }

    @Override
    public List<KeyPart> parts() {
        return List.of(new KeyPart(Miss.Cause.FILE, source, commit + " " + keepGitDir));
    }

    @Override
    public void sketch(Placement placement, CopyTarget target) throws IOException {
        placement.prepare(target);
    }

    @Override
    public void place(Placement placement, CopyTarget target) throws IOException {
        Path clone = Files.createDirectory(temporary.fresh().resolve("clone"));
        Git git = git(clone);
        git.run("init", "--quiet");
        git.run("fetch", "--quiet", "--depth=1", "--", url, ref.isEmpty() ? "HEAD" : ref);
        git.run("checkout", "--quiet", "--detach", "FETCH_HEAD");
        String got = git.run("rev-parse", "HEAD").strip();
        if (!got.equals(commit)) {
            throw wrong("moved from commit " + commit + " to " + got + "; build again");
        }
        IgnoreFile ignore = keepGitDir ? IgnoreFile.NOTHING : IgnoreFile.of(List.of(".git"));
        ContextFolder files =
                temporary.kept(
                        new ContextFolder(clone, ignore, temporary.fresh(), Clock.systemUTC()));
        SourceNode node = new SourcePaths(files.root()).resolve(ByteString.of(folder));
        if (node == null) {
            throw new NoSuchFileException(source, null, "the commit has no " + folder);
        }
        placement.place(new SourcePaths.Match(node.name(), node), target);
    }
}
