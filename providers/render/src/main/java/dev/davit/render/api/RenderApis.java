package dev.davit.render.api;

import dev.davit.apply.Ticker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Find Render's API and what proves who we are, and connect.
 *
 * <p>The key is that of {@code RENDER_API_KEY}, of the file that {@code RENDER_API_KEY_FILE} names, or of the login that Render's own
 * command line keeps. The address is {@code RENDER_API_URL}, else Render's.
 */
public final class RenderApis {
    /** Until the last byte of an answer: to create a service takes Render some seconds. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final String PROGRAM = "the program";

    private final Account account;
    private final Ticker ticker;
    private final Consumer<String> told;
    private final Duration answer;

    private RenderApis(Account account, Ticker ticker, Consumer<String> told, Duration answer) {
        this.account = account;
        this.ticker = ticker;
        this.told = told;
        this.answer = answer;
    }

    /** Look at the variables of this process, then below its user's home folder. */
    public static RenderApis ofThisProcess() {
        return of(System.getenv(), Path.of(System.getProperty("user.home", "")));
    }

    /** Look at the variables of an environment, then below a home folder; reads no file and sends nothing yet. */
    public static RenderApis of(Map<String, String> environment, Path home) {
        return of(new Credentials(environment, home));
    }

    /**
     * Speak with the API at an address, and with no other key than this: with a sandbox, say.
     *
     * @param address the base address, version included
     * @throws dev.davit.apply.ApplyException if the address is none, or plain HTTP to another machine, or the key is no key
     */
    public static RenderApis at(URI address, String key) {
        return of(Account.of(BaseAddress.of(address.toString(), PROGRAM), new ApiKey(key, PROGRAM)));
    }

    private static RenderApis of(Account account) {
        return new RenderApis(account, Ticker.SYSTEM, it -> {}, ANSWER);
    }

    /**
     * Tell somebody of waits that take more than a few seconds: {@code waiting 24 s: Render takes 30 writes a minute}.
     *
     * @param it is told from any thread that calls the API
     */
    public RenderApis telling(Consumer<String> it) {
        return new RenderApis(account, ticker, it, answer);
    }

    /** Tell the time, and wait, by a clock; the machine's unless said. */
    public RenderApis ticking(Ticker it) {
        return new RenderApis(account, it, told, answer);
    }

    RenderApis answeredWithin(Duration it) {
        return new RenderApis(account, ticker, told, it);
    }

    /**
     * Connect; sends nothing yet.
     *
     * @throws dev.davit.apply.ApplyException if there is no key or none that can be used, or {@code RENDER_API_URL} is no address or
     *     plain HTTP to another machine
     */
    public RenderApi connect() {
        ApiKey key = account.key(ticker.now());
        Transport transport = new Transport(account.address(), key, answer);
        return new HttpRenderApi(new Caller(account.address(), key, transport, Patience.of(ticker, told)));
    }

    /**
     * Pick the workspace: the one of this name or id, else of {@code RENDER_WORKSPACE}, else the one that Render's command line uses,
     * else the only one that the key sees.
     *
     * @throws dev.davit.apply.ApplyException if that is none, or one of several
     */
    public Workspace workspace(RenderApi api, Optional<String> nameOrId) {
        return Workspaces.pick(api, nameOrId, account);
    }
}
