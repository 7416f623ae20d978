import dev.davit.*;

/** Says twice what starts the program. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("mailer", NativeRuntime.node("22").build("npm ci").start("npm start"), w -> w
        .command("node", "mailer.js"));
  }
}
