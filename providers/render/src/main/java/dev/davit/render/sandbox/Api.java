package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Handles requests one after another: lets happen what was due, answers, keeps the state and writes the log. */
final class Api {
    private static final System.Logger LOGGER = System.getLogger(Api.class.getName());

    private final SandboxOptions options;
    private final SandboxClock clock;
    private final World world;
    private final Simulation simulation;
    private final Deploys deploys;
    private final Router router = new Router();
    private final Budgets budgets = new Budgets();
    private final List<LoggedRequest> log = new ArrayList<>();
    private long number;

    Api(SandboxOptions options) {
        this.options = options;
        State state = options.state().map(State::read).orElseGet(State::new);
        this.clock = options.clock().orElseGet(() -> SandboxClock.running(later(state.time()), options.speed()));
        this.world = new World(state, options);
        this.deploys = new Deploys(world);
        Stores stores = new Stores(world);
        this.simulation = new Simulation(world, deploys, stores);
        Operations.addAll(router, world, deploys, stores);
    }

    /** The sandbox's time runs faster than the world's, so after a restart it may be behind what has happened. */
    private static Instant later(Instant known) {
        Instant now = Instant.now();
        return known.isAfter(now) ? known : now;
    }

    /** Handles a request and says how it is to be answered. */
    synchronized Reply handle(Call asked) {
        number++;
        Call call = at(asked, clock.now());
        Optional<Fault> fault = options.faults().choose(number, call.method(), call.path());
        Reply reply = fault.map(it -> faulty(call, it)).orElseGet(() -> Reply.plain(budgeted(call)));
        log.add(new LoggedRequest(
                number,
                call.now(),
                call.method(),
                call.path(),
                reply.isCut() ? 0 : reply.answer().status(),
                fault.map(Fault::kind)));
        return reply;
    }

    private Reply faulty(Call call, Fault fault) {
        Answer before =
                new Problem(fault.status() == 0 ? 429 : fault.status(), "the sandbox was told to fail").answer(id());
        return switch (fault.kind()) {
            case CUT_BEFORE -> Reply.cut();
            case ERROR -> Reply.plain(before);
            case TOO_MANY -> Reply.plain(before.with(Budgets.spent()));
            case CUT_AFTER -> {
                budgeted(call);
                yield Reply.cut();
            }
            case SLOW -> Reply.slow(budgeted(call), fault.delay());
            case TRUNCATED -> Reply.truncated(budgeted(call));
            case LATE_LIST -> {
                Answer answer = budgeted(call.late(fault.delay()));
                Late.hide(world.state(), answer, call.now().plus(fault.delay()));
                save();
                yield Reply.plain(answer);
            }
            case EXTERNAL_CHANGE -> {
                Fault.Change change = fault.change();
                settled(call, () -> router.answer(Wire.call(change, call)));
                yield Reply.plain(budgeted(call));
            }
        };
    }

    /** Checks what comes before any operation: who asks, what is understood, whether the budget allows it. */
    private Answer budgeted(Call call) {
        if (!call.header("authorization").equals("Bearer " + options.apiKey())) {
            return new Problem(401, "unauthorized").answer(id());
        }
        if (!Wire.takesJson(call.header("accept"))) {
            return new Problem(406, "not acceptable: answers are application/json").answer(id());
        }
        Budgets.Share share = budgets.spend(call);
        return share.isSpent()
                ? Answer.of(429, new MapNode(null).put("message", "rate limit exceeded"))
                        .with(share.headers())
                : settled(call, () -> router.answer(call)).with(share.headers());
    }

    /** Answers; a request that is refused changes nothing. */
    private Answer settled(Call call, Supplier<Answer> operation) {
        boolean happened = simulation.settle(call.now());
        MapNode before = call.isRead() ? null : world.state().tree().copy();
        Answer answer;
        try {
            answer = operation.get();
        } catch (Problem e) {
            answer = e.answer(id());
        } catch (RuntimeException e) {
            // Not its message: it may quote the request.
            LOGGER.log(
                    System.Logger.Level.ERROR, () -> call + ": " + e.getClass() + " at " + List.of(e.getStackTrace()));
            answer = new Problem(500, "internal server error").answer(id());
        }
        if (before != null && answer.status() >= 400) {
            world.state().load(before);
        }
        if (happened || before != null) {
            save();
        }
        return answer;
    }

    private String id() {
        return "req-" + number;
    }

    private static Call at(Call call, Instant now) {
        return new Call(
                call.method(), call.path(), call.query(), call.headers(), call.content(), call.variables(), now);
    }

    synchronized void save() {
        options.state().ifPresent(world.state()::write);
    }

    synchronized List<LoggedRequest> log() {
        return List.copyOf(log);
    }

    synchronized Availability availability(String id) {
        Instant now = settle();
        return world.availability().of(id, now);
    }

    synchronized List<Version> running(String id) {
        settle();
        return new Instances(world, world.state().get(Kind.SERVICE, id))
                .in(Instances.SERVING).stream()
                        .map(it -> it.text("version").replaceFirst("#.*", ""))
                        .map(it -> deploys.versions().of(world.state().get(Kind.SERVICE, id), it))
                        .toList();
    }

    synchronized String owner() {
        return world.owner().id();
    }

    synchronized void push(String repository, String branch) {
        Instant now = settle();
        new Repositories(world)
                .push(repository, branch)
                .forEach(it -> deploys.add(it, DeployOperations.fresh(world, it, "new_commit", now), now));
        save();
    }

    synchronized Instant settle() {
        Instant now = clock.now();
        simulation.settle(now);
        return now;
    }

    Map<String, Boolean> operations() {
        return router.operations();
    }
}
