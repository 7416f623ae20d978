package dev.davit.k8s.operate;

import dev.davit.apply.Fence;
import dev.davit.apply.LeaseLostException;
import dev.davit.apply.Release;
import dev.davit.apply.ReleaseJson;
import dev.davit.apply.ReleaseStore;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.ApplyParameters;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Keeps release records as Secrets, one per release: what an apply was to do is nobody's business who may not read the stack's
 * Secrets. A record that is too large for one is cut; the pieces are written before the Secret that names them, under names that
 * say what is in them, so that a crash never mixes two states.
 */
final class ReleaseSecrets implements ReleaseStore {
    /** Keep so many; and the last that was done, however long ago, since a rollback goes there. */
    private static final int KEEP = 10;

    /** A Secret holds 1 MiB; in a request its bytes take a third more. */
    private static final int PIECE = 640 << 10;

    private static final String MANAGER = "davit-release";
    /** Holds the id of the ApplySet: the names of stack and stage together can be longer than the 63 that a label takes. */
    private static final String SET = "davit.dev/releases-of";

    private static final String NUMBER = "davit.dev/release";
    private static final String STATE = "davit.dev/state";
    private static final String PIECES = "davit.dev/pieces";
    private static final String DATA = "release";

    private final ApiServer api;
    private final Home home;
    private final BooleanSupplier goesAway;

    ReleaseSecrets(ApiServer api, Home home, BooleanSupplier goesAway) {
        this.api = api;
        this.home = home;
        this.goesAway = goesAway;
    }

    @Override
    public List<Release> list() {
        Map<String, Live> all = secrets("application/json");
        return heads(all).stream()
                .map(it -> read(it, all))
                .sorted(Comparator.comparingInt(Release::number).reversed())
                .toList();
    }

    @Override
    public Optional<Release.State> lastState() {
        return heads(secrets(ApiServer.METADATA_LIST)).stream()
                .max(Comparator.comparingInt(ReleaseSecrets::number))
                .map(ReleaseSecrets::state);
    }

    /** A state that nobody knows is none that was come to. */
    private static Release.State state(Live head) {
        String name = head.label(STATE).orElse("");
        return Arrays.stream(Release.State.values())
                .filter(it -> label(it).equals(name))
                .findFirst()
                .orElse(Release.State.FAILED);
    }

    private static String label(Release.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void write(Release release, Fence fence) {
        if (goesAway.getAsBoolean()) {
            // The namespace takes the records along: there is no place to write to, and nothing left to come back to.
            return;
        }
        byte[] packed = Pack.zip(ReleaseJson.write(release));
        String head = home.name() + ".v" + release.number();
        Optional<Live> before = get(head);
        before.ifPresent(it -> newer(it, fence));
        List<String> pieces = packed.length <= PIECE ? List.of() : writePieces(release, packed, fence);
        byte[] own = pieces.isEmpty() ? packed : new byte[0];
        put(head(release, head, own, pieces, fence), fence);
        tidy(release, before, pieces, fence);
    }

    private List<String> writePieces(Release release, byte[] packed, Fence fence) {
        List<String> names = new ArrayList<>();
        String digest = Pack.digest(packed);
        for (int from = 0; from < packed.length; from += PIECE) {
            String name = home.name() + ".v" + release.number() + "." + digest + "." + names.size();
            byte[] piece = Arrays.copyOfRange(packed, from, Math.min(packed.length, from + PIECE));
            put(secret(release, name, piece), fence);
            names.add(name);
        }
        return names;
    }

    private MapNode head(Release release, String name, byte[] data, List<String> pieces, Fence fence) {
        MapNode secret = secret(release, name, data);
        MapNode metadata = secret.getMap("metadata").orElseThrow();
        metadata.getMap("labels").orElseThrow().put(STATE, label(release.state()));
        metadata.map("annotations", null)
                .put(PIECES, String.join(",", pieces))
                .put(ApplySet.TOKEN, Long.toString(fence.token()));
        return secret;
    }

    private MapNode secret(Release release, String name, byte[] data) {
        MapNode secret =
                new MapNode(null).put("apiVersion", "v1").put("kind", "Secret").put("type", "davit.dev/release");
        secret.map("metadata", null)
                .put("name", name)
                .put("namespace", home.namespace())
                .put("labels", Map.of(SET, home.id(), NUMBER, Integer.toString(release.number())));
        secret.map("data", null).put(DATA, Base64.getEncoder().encodeToString(data));
        return secret;
    }

    private void put(MapNode secret, Fence fence) {
        String path = home.secrets() + "/" + new Live(secret).name();
        Reply reply = api.checking(fence::check)
                .apply(path, secret, ApplyParameters.cautious(MANAGER).forced());
        if (!reply.ok()) {
            throw Answers.refused(reply, "Secret " + home.namespace() + "/" + new Live(secret).name());
        }
    }

    private Optional<Live> get(String name) {
        Reply reply = api.get(home.secrets() + "/" + name);
        return reply.ok() ? Optional.of(new Live(reply.body())) : Optional.empty();
    }

    private void newer(Live head, Fence fence) {
        String token = head.annotation(ApplySet.TOKEN).orElse("");
        if (token.matches("\\d{1,18}") && Long.parseLong(token) > fence.token()) {
            throw new LeaseLostException(
                    "a later apply wrote release " + head.label(NUMBER).orElse("") + " already");
        }
    }

    private Release read(Live head, Map<String, Live> all) {
        try {
            List<String> pieces = pieces(head);
            byte[] packed = pieces.isEmpty()
                    ? data(head)
                    : Pack.join(pieces.stream()
                            .map(it -> data(Optional.ofNullable(all.get(it)).orElseThrow()))
                            .toList());
            return ReleaseJson.read(head.name(), Pack.unzip(packed));
        } catch (RuntimeException e) {
            return unreadable(head);
        }
    }

    /** Who lists releases is to see that there is one, and that nothing can be done with it. */
    private Release unreadable(Live head) {
        String why = "Secret " + home.namespace() + "/" + head.name() + " cannot be read as a release record";
        Instant made =
                head.text("metadata", "creationTimestamp").map(Instant::parse).orElse(Instant.EPOCH);
        return new Release(
                number(head),
                Release.State.FAILED,
                "",
                "",
                made,
                Optional.empty(),
                0,
                "unreadable",
                Optional.of(why),
                true,
                Wanted.nothing(home.stack(), home.stage(), "kubernetes"));
    }

    private Map<String, Live> secrets(String accept) {
        Reply reply = api.get(home.secrets() + "?labelSelector=" + SET + "%3D" + home.id(), accept);
        if (!reply.ok()) {
            throw Answers.refused(reply, "Secrets in namespace " + home.namespace());
        }
        return new Live(reply.body())
                .maps("items")
                .collect(Collectors.toMap(Live::name, it -> it, (some, other) -> some, TreeMap::new));
    }

    private List<Live> heads(Map<String, Live> all) {
        return all.values().stream()
                .filter(it -> it.name().equals(home.name() + ".v" + number(it)))
                .toList();
    }

    private static int number(Live secret) {
        return secret.label(NUMBER)
                .filter(it -> it.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static List<String> pieces(Live head) {
        return head.annotation(PIECES)
                .filter(it -> !it.isEmpty())
                .map(it -> List.of(it.split(",")))
                .orElse(List.of());
    }

    private static byte[] data(Live secret) {
        return Base64.getDecoder().decode(secret.text("data", DATA).orElse(""));
    }

    /** Looks at all records only where there may be too many, or pieces: an apply writes a record twice. */
    private void tidy(Release release, Optional<Live> before, List<String> pieces, Fence fence) {
        boolean cut =
                !pieces.isEmpty() || before.filter(it -> !pieces(it).isEmpty()).isPresent();
        if (before.isPresent() && !cut) {
            return;
        }
        Map<String, Live> all = secrets(ApiServer.METADATA_LIST);
        Set<String> needed = new HashSet<>(pieces);
        kept(all).forEach(it -> {
            needed.add(it.name());
            needed.addAll(pieces(it));
        });
        all.values().stream().filter(it -> !needed.contains(it.name())).forEach(it -> remove(it, fence));
    }

    private List<Live> kept(Map<String, Live> all) {
        List<Live> newest = heads(all).stream()
                .sorted(Comparator.comparingInt(ReleaseSecrets::number).reversed())
                .toList();
        List<Live> kept = new ArrayList<>(newest.subList(0, Math.min(KEEP, newest.size())));
        newest.stream()
                .filter(it -> it.label(STATE).filter("done"::equals).isPresent())
                .findFirst()
                .filter(it -> !kept.contains(it))
                .ifPresent(kept::add);
        return kept;
    }

    private void remove(Live secret, Fence fence) {
        MapNode options = new MapNode(null).put("apiVersion", "v1").put("kind", "DeleteOptions");
        options.map("preconditions", null).put("uid", secret.uid());
        api.checking(fence::check).delete(home.secrets() + "/" + secret.name(), options);
    }
}
