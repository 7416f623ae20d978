import dev.davit.*;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    var db = infra.postgres("db", 17);
    infra.deployTo(Render.region(Region.OREGON).allow(db, "0.0.0.0/0", "everyone"));
  }
}
