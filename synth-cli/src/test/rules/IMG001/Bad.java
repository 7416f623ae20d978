import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("mailer", Dockerfile.at("Dockerfile"), w -> {});
  }
}
