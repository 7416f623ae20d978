import dev.davit.*;

/** Says what starts the program. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("worker", NativeRuntime.node("22").build("npm ci").start("npm start"), w -> {});
  }
}
