import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var orders = infra.privateService("orders", Image.of("ghcr.io/acme/orders:1.0.0"), s -> {});
    var jobs = infra.jobQueue("jobs");
    var batch = infra.worker("batch", Image.of("ghcr.io/acme/batch:1.0.0"), w -> w
        .consumes(jobs)
        .env("ORDERS_URL", orders.url())
        .env("QUEUE_URL", jobs.url()));
    infra.deployTo(Render.region(Region.OREGON));
    infra.deployTo(Kubernetes.context("gpu"), batch);
  }
}
