import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var jobs = infra.jobQueue("jobs");
    infra.deployTo(Render.region(Region.OREGON).raw(jobs, Raw.set("/persistenceMode", "off")));
  }
}
