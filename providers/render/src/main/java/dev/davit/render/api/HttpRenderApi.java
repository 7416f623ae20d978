package dev.davit.render.api;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Speak with the API over HTTP. */
final class HttpRenderApi implements RenderApi {
    private final Caller caller;
    private final Runnable beforeWrite;

    HttpRenderApi(Caller caller) {
        this(caller, () -> {});
    }

    private HttpRenderApi(Caller caller, Runnable beforeWrite) {
        this.caller = caller;
        this.beforeWrite = beforeWrite;
    }

    @Override
    public Optional<MapNode> get(String path) {
        Call call = Call.get(path);
        Reply reply = caller.make(call, beforeWrite);
        return reply.isGone() ? Optional.empty() : Optional.of(read(call, reply, MapNode.class, "an object"));
    }

    @Override
    public List<MapNode> list(String path, String item) {
        return new Pages(path, item, Pages.LIMIT, this::page).all();
    }

    @Override
    public List<MapNode> first(String path, String item, int count) {
        return new Pages(path, item, count, this::page).first();
    }

    @Override
    public List<MapNode> array(String path) {
        List<Node> items = page(path).items();
        if (!items.stream().allMatch(MapNode.class::isInstance)) {
            throw Refusals.unusable("a list in which something is not an object", Call.get(path), null);
        }
        return items.stream().map(MapNode.class::cast).toList();
    }

    private ListNode page(String path) {
        Call call = Call.get(path);
        return read(call, caller.make(call, beforeWrite), ListNode.class, "a list");
    }

    @Override
    public MapNode post(String path, MapNode body) {
        return map(write(Call.send("POST", path, body)));
    }

    @Override
    public MapNode upload(String path, Map<String, String> fields, String file, byte[] content) {
        Call call = Call.upload(path, Form.of(fields, file, content));
        return read(call, caller.make(call, beforeWrite), MapNode.class, "an object");
    }

    @Override
    public Node put(String path, Node body) {
        return write(Call.send("PUT", path, body));
    }

    @Override
    public MapNode patch(String path, MapNode body) {
        return map(write(Call.send("PATCH", path, body)));
    }

    @Override
    public void delete(String path) {
        Call call = Call.send("DELETE", path, null);
        Reply reply = caller.make(call, beforeWrite);
        if (!reply.isGone()) {
            good(call, reply);
        }
    }

    /** What was done is done, whatever the answer to it looks like: no object is nothing told. */
    private static MapNode map(Node answer) {
        return answer instanceof MapNode map ? map : new MapNode(null);
    }

    private Node write(Call call) {
        return good(call, caller.make(call, beforeWrite));
    }

    private Node good(Call call, Reply reply) {
        if (!reply.isGood()) {
            throw Refusals.of(call, reply, caller.key());
        }
        return reply.body();
    }

    private <T extends Node> T read(Call call, Reply reply, Class<T> type, String words) {
        Node body = good(call, reply);
        if (!type.isInstance(body)) {
            throw Refusals.unusable("not " + words, call, null);
        }
        return type.cast(body);
    }

    @Override
    public RenderApi checking(Runnable check) {
        return new HttpRenderApi(caller, () -> {
            beforeWrite.run();
            check.run();
        });
    }

    @Override
    public int requests() {
        return caller.requests();
    }

    @Override
    public int writesPerMinute() {
        return caller.writesPerMinute();
    }

    @Override
    public URI address() {
        return caller.address();
    }

    @Override
    public void close() {
        caller.close();
    }
}
