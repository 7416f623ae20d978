import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("ingest", NativeRuntime.python("3.12")
        .build("pip install -r requirements.txt && python fetch.py --to /cache")
        .start("python run.py"), Disk.at("/cache", Size.gib(60)), w -> {});
  }
}
