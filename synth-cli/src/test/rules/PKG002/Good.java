import dev.davit.*;

/** Starts one program in two ways, each said once. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    var shop = NativeRuntime.node("22").build("npm ci");
    infra.worker("mailer", shop.start("node mailer.js"));
    infra.worker("sweeper", shop, w -> w.command("node", "sweeper.js"));
  }
}
