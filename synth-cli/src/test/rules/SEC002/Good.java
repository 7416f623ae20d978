import dev.davit.*;

class Good implements Definition {
  @Override public void define(Infra infra) {
    var db = infra.postgres("db", 17);
    infra.deployTo(Render.region(Region.OREGON).allow(db, "203.0.113.0/24", "the office"));
  }
}
