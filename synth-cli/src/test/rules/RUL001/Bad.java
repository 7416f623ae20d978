import dev.davit.*;
import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.model.Assembly;
import dev.davit.model.WorkloadSpec;

class Bad implements Definition {
  @Override public void define(Infra infra) {
    infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1.0.0"), w -> w.env("TEAM", "post"));
    infra.rule(new OwnerRule());
  }

  static final class OwnerRule implements Rule {
    @Override public String id() {
      return "ACME001";
    }

    @Override public Severity severity() {
      return Severity.WARNING;
    }

    @Override public String title() {
      return "Every workload has an owner";
    }

    @Override public void check(Assembly assembly, Report report) {
      for (WorkloadSpec spec : assembly.specs(WorkloadSpec.class)) {
        spec.schedule().orElseThrow();
      }
    }
  }
}
