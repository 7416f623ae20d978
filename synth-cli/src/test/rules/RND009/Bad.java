import dev.davit.*;

/** Keeps jobs in a store that forgets them. */
class Bad implements Definition {
  @Override public void define(Infra infra) {
    var jobs = infra.jobQueue("jobs");
    infra.deployTo(Render.region(Region.OREGON).plan(jobs, Plan.FREE));
  }
}
