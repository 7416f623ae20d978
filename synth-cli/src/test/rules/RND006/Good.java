import dev.davit.*;

/** Fills the disk at the start, when it is there. */
class Good implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("indexer",
        NativeRuntime.python("3.12.4").build("pip install -r requirements.txt")
            .start("python fetch.py /cache/model && python -m indexer"),
        Disk.at("/cache", Size.gib(20)), w -> {});
  }
}
