import dev.davit.*;

/** Fills the disk in the build, where it is not mounted. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("indexer",
        NativeRuntime.python("3.12.4").build("pip install -r requirements.txt && python fetch.py /cache/model")
            .start("python -m indexer"),
        Disk.at("/cache", Size.gib(20)), w -> {});
  }
}
