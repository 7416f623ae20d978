package dev.davit.k8s.manifest;

import dev.davit.target.Images;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldenManifestsTest {
    @Test
    void a_shop_with_every_kind_becomes_these_files() {
        Golden.assertSame(
                "shop",
                Made.of(new Shop(), new Images(Map.of("mailer", "ghcr.io/acme/mailer:9")))
                        .files());
    }

    @Test
    void a_lab_with_gpus_and_models_becomes_these_files() {
        Golden.assertSame("lab", Made.of(new Lab(), Images.NONE).files());
    }
}
