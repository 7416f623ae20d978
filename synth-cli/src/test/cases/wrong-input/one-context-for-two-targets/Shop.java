import dev.davit.*;

class Shop implements Definition {
  @Override public void define(Infra infra) {
    infra.cache("sessions");
    infra.deployTo(Render.region(Region.FRANKFURT));
    infra.deployTo(Kubernetes.context("c").namespace("shop"));
  }
}
