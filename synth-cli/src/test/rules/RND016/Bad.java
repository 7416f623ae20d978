import dev.davit.*;

/** Forgets what starts the program. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("worker", NativeRuntime.node("22").build("npm ci"), w -> {});
  }
}
