package dev.davit.render.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Puts all operations of the API together. */
final class Operations {
    private Operations() {}

    static void addAll(Router router, World world, Deploys deploys, Stores stores) {
        OwnerOperations owners = new OwnerOperations(world);
        if (world.state().all(Kind.OWNER).isEmpty()) {
            owners.first();
        }
        owners.addTo(router);
        new ServiceOperations(world, deploys).addTo(router);
        new DeployOperations(world, deploys).addTo(router);
        new EnvironmentVariableOperations(world).addTo(router);
        new ScaleOperations(world, deploys).addTo(router);
        new DiskOperations(world).addTo(router);
        new SiteOperations(world).addTo(router);
        new DomainOperations(world).addTo(router);
        new CronOperations(world).addTo(router);
        new JobOperations(world).addTo(router);
        new LogOperations(world).addTo(router);
        new EventOperations(world).addTo(router);
        new GroupOperations(world).addTo(router);
        new ProjectOperations(world).addTo(router);
        new EnvironmentOperations(world).addTo(router);
        new PostgresOperations(world, stores).addTo(router);
        new KeyValueOperations(world, stores).addTo(router);
        new CredentialOperations(world).addTo(router);
        new BlueprintOperations(world).addTo(router);
        unsupported().lines().forEach(router::unsupported);
    }

    private static String unsupported() {
        try (InputStream in = Operations.class.getResourceAsStream("unsupported-operations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
