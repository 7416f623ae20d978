package dev.davit.render.api;

import dev.davit.apply.Ticker;
import java.util.function.Supplier;

/**
 * Hold the way to one workspace.
 *
 * @param api speaks with the API
 * @param chosen asks which workspace is meant
 * @param ticker tells the time there, which for a sandbox may run faster
 * @param afterwards what is to be done when it is closed
 */
public record WorkspaceAccess(RenderApi api, Supplier<Workspace> chosen, Ticker ticker, Runnable afterwards)
        implements AutoCloseable {
    @Override
    public void close() {
        api.close();
        afterwards.run();
    }
}
