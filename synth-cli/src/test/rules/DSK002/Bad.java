import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("ingest", Image.of("ghcr.io/acme/ingest:1.0.0"), Disk.at("/etc", Size.gib(10)), w -> {});
  }
}
