package dev.davit.render.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Run a Render of one's own, on this machine's loopback address.
 *
 * <p>It keeps one workspace, answers what https://api-docs.render.com describes, and lets deploys, instances and data stores take
 * their time by a clock that can be moved. What it does not know it answers with 501 and a sentence.
 */
public final class Sandbox implements AutoCloseable {
    private final Api api;
    private final HttpFront front;
    private final SandboxOptions options;

    private Sandbox(Api api, HttpFront front, SandboxOptions options) {
        this.api = api;
        this.front = front;
        this.options = options;
    }

    /**
     * Start one; it goes on from where its state file ended.
     *
     * @throws UncheckedIOException if the port is taken, or the state file cannot be read or written
     */
    public static Sandbox start(SandboxOptions options) {
        try {
            Api api = new Api(options);
            return new Sandbox(api, new HttpFront(api, options.port()), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Give the base address, such as {@code http://127.0.0.1:40123/v1}. */
    public URI address() {
        return front.address();
    }

    /** Give the key that requests must carry. */
    public String apiKey() {
        return options.apiKey();
    }

    /** Give the id of the workspace. */
    public String ownerId() {
        return api.owner();
    }

    /** Give the time by the sandbox's clock. */
    public Instant now() {
        return api.settle();
    }

    /** Give all requests since the start, in order. */
    public List<LoggedRequest> log() {
        return api.log();
    }

    /** Tell when a service or a data store was up, even of one that has been deleted. */
    public Availability availability(String id) {
        return api.availability(id);
    }

    /** Give the versions of the instances of a service that take traffic, one for each instance. */
    public List<Version> running(String serviceId) {
        return api.running(serviceId);
    }

    /** Push a commit to a branch: what is built from it is deployed, where nobody has switched that off. */
    public void push(String repository, String branch) {
        api.push(repository, branch);
    }

    Api api() {
        return api;
    }

    /** Stop answering; the state file then holds all that happened. */
    @Override
    public void close() {
        front.close();
        api.settle();
        api.save();
    }
}
