package dev.davit.render.ownership;

import dev.davit.apply.Fence;
import dev.davit.apply.Release;
import dev.davit.apply.ReleaseJson;
import dev.davit.apply.ReleaseStore;
import dev.davit.plan.Wanted;
import dev.davit.render.api.RenderApi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Keeps release records as secret files of a stack's group, one per release. */
public final class ReleaseFiles implements ReleaseStore {
    /** Keep so many; and the last that was done, however long ago, since a rollback goes there. */
    private static final int KEEP = 10;

    /** All secret files of a group together hold 1 MB; source: Render's skills for agents, 2026-08-18. */
    private static final int MOST = 900_000;

    /** An unpacked record is as large as what a definition synthesizes; more than this nobody wrote. */
    private static final int MOST_UNPACKED = 64 << 20;

    private static final Pattern NAME = Pattern.compile("release-([0-9]{1,9})\\.gz");

    private final RenderApi api;
    private final StackGroup group;

    /** Keep the records of a stack. */
    public ReleaseFiles(RenderApi api, StackGroup group) {
        this.api = api;
        this.group = group;
    }

    @Override
    public List<Release> list() {
        return list(group.read());
    }

    /** Read the records of a group that was read already, newest first. */
    public List<Release> list(StackGroup.Content content) {
        return numbers(content).stream().map(it -> read(it, content)).toList();
    }

    /** Say whether a release began before. */
    public static boolean has(StackGroup.Content content, int number) {
        return content.files().containsKey(file(number));
    }

    private static List<Integer> numbers(StackGroup.Content content) {
        return content.files().keySet().stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(it -> Integer.parseInt(it.group(1)))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static String file(int number) {
        return "release-" + number + ".gz";
    }

    private Release read(int number, StackGroup.Content content) {
        String file = file(number);
        try {
            return ReleaseJson.read(file, unpacked(content.files().get(file)));
        } catch (RuntimeException e) {
            return unreadable(number, file);
        }
    }

    /** Who lists releases is to see that there is one, and that nothing can be done with it. */
    private Release unreadable(int number, String file) {
        return new Release(
                number,
                Release.State.FAILED,
                "",
                "",
                Instant.EPOCH,
                Optional.empty(),
                0,
                "unreadable",
                Optional.of(
                        "secret file " + file + " of group " + group.name() + " cannot be read as a release record"),
                true,
                Wanted.nothing("", "", "render"));
    }

    @Override
    public Optional<Release.State> lastState() {
        return last(group.read()).map(Release::state);
    }

    /** Read the newest record of a group that was read already. */
    public Optional<Release> last(StackGroup.Content content) {
        return numbers(content).stream().findFirst().map(it -> read(it, content));
    }

    @Override
    public void write(Release release, Fence fence) {
        RenderApi fenced = api.checking(fence::check);
        String packed = packed(ReleaseJson.write(release));
        if (release.state() == Release.State.RUNNING) {
            makeRoom(release.number(), packed.length(), fenced);
        }
        group.putFile(fenced, file(release.number()), packed);
    }

    /** Before it is needed: Render refuses what is too large as a whole. */
    private void makeRoom(int number, long size, RenderApi fenced) {
        StackGroup.Content content = group.read();
        List<Integer> numbers = numbers(content);
        Optional<Integer> lastDone = numbers.stream()
                .filter(it -> read(it, content).state() == Release.State.DONE)
                .findFirst();
        long used = size
                + content.files().entrySet().stream()
                        .filter(it -> !NAME.matcher(it.getKey()).matches())
                        .mapToLong(it -> it.getValue().length())
                        .sum();
        int kept = 1;
        for (int other : numbers) {
            long length = content.files().get(file(other)).length();
            boolean needed =
                    other == number || lastDone.filter(it -> it == other).isPresent();
            if (needed || kept < KEEP && used + length <= MOST) {
                used += length;
                kept++;
            } else {
                group.removeFile(fenced, file(other));
            }
        }
    }

    private static String packed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static byte[] unpacked(String packed) {
        byte[] bytes = Base64.getDecoder().decode(packed.getBytes(StandardCharsets.US_ASCII));
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = zip.readNBytes(MOST_UNPACKED);
            if (zip.read() >= 0) {
                throw new IllegalArgumentException("it is larger than any record");
            }
            return plain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
