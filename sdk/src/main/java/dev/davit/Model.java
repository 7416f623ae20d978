package dev.davit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Name the files of a model, pinned to one revision, so that what is served tomorrow is what was tested today. */
public final class Model {
    /**
     * Name one file of a model.
     *
     * @param path path in the model's repository
     * @param sha256 64 hexadecimal digits
     * @param size size in bytes
     */
    public record File(String path, String sha256, long size) {
        public File {
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("Model.file(" + JavaText.quoted(path)
                        + ", ...) has no SHA-256 digest: give 64 hexadecimal digits");
            }
            if (path.startsWith("/") || path.contains("..") || path.isBlank() || size < 0) {
                throw new IllegalArgumentException("Model.file(" + JavaText.quoted(path)
                        + ", ...) is no file of a repository: give a relative path without .. and a size in bytes");
            }
        }
    }

    private static final double MOST_BYTES = 8_191.0 * (1L << 30);

    private final String repo;
    private final String revision;
    private final Size size;
    private final List<File> files;

    private Model(String repo, String revision, Size size, List<File> files) {
        this.repo = repo;
        this.revision = revision;
        this.size = size;
        this.files = List.copyOf(files);
    }

    /**
     * Take a model from the Hugging Face Hub: {@code "Qwen/Qwen2.5-7B-Instruct"}. Give its {@link #revision} next.
     *
     * @throws IllegalArgumentException if the name is not {@code owner/name}
     */
    public static Unpinned huggingFace(String repo) {
        if (!repo.matches("[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*") || repo.contains("..")) {
            throw new IllegalArgumentException("Model.huggingFace(" + JavaText.quoted(repo)
                    + ") is no model repository: write owner/name as the Hub does");
        }
        return new Unpinned(repo);
    }

    /** Hold a model whose revision is still missing; nothing takes it, so a branch cannot slip in. */
    public static final class Unpinned {
        private final String repo;

        private Unpinned(String repo) {
            this.repo = repo;
        }

        /**
         * Pin the commit.
         *
         * @throws IllegalArgumentException if it is not 40 hexadecimal digits; a branch or tag can move
         */
        public Model revision(String commit) {
            if (!commit.matches("[0-9a-f]{40}")) {
                throw new IllegalArgumentException(
                        "Model.revision(" + JavaText.quoted(commit)
                                + ") can move: give the commit's 40 hexadecimal digits, listed under \"History\" on the model's page");
            }
            return new Model(repo, commit, null, List.of());
        }
    }

    /** Say how large all files are together; decides scratch space and start time. Taken from the files when they are listed. */
    public Model size(Size total) {
        return new Model(repo, revision, Objects.requireNonNull(total, "total"), files);
    }

    /**
     * Fetch only the files that are listed, and check each against its digest. Without a list all files of the revision are
     * fetched, and those that the Hub stores by digest are checked against that.
     *
     * @throws IllegalArgumentException if the digest or the path is none, or all files together are 8 TiB or more
     */
    public Model file(String path, String sha256, long bytes) {
        List<File> more = new ArrayList<>(files);
        more.add(new File(path, sha256, bytes));
        if (more.stream().mapToDouble(File::size).sum() > MOST_BYTES) {
            throw new IllegalArgumentException("Model.file(" + JavaText.quoted(path)
                    + ", ...) makes the files 8 TiB or more together: give each size in bytes");
        }
        return new Model(repo, revision, size, more);
    }

    /** Give the repository, {@code owner/name}. */
    public String repo() {
        return repo;
    }

    /** Give the commit, 40 hexadecimal digits. */
    public String revision() {
        return revision;
    }

    /** Give the files to fetch; empty for all. */
    public List<File> files() {
        return files;
    }

    /** Give the size of all files together, if it is known. */
    public Optional<Size> size() {
        if (size != null || files.isEmpty()) {
            return Optional.ofNullable(size);
        }
        long bytes = files.stream().mapToLong(File::size).sum();
        return Optional.of(Size.mib(Math.max(1, (bytes + (1 << 20) - 1) >> 20)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Model model
                && model.repo.equals(repo)
                && model.revision.equals(revision)
                && Objects.equals(model.size, size)
                && model.files.equals(files);
    }

    @Override
    public int hashCode() {
        return Objects.hash(repo, revision, size, files);
    }

    @Override
    public String toString() {
        return "Model.huggingFace(" + JavaText.quoted(repo) + ").revision(" + JavaText.quoted(revision) + ")"
                + (size == null ? "" : ".size(" + size + ")")
                + (files.isEmpty() ? "" : " with " + files.size() + " files");
    }
}
