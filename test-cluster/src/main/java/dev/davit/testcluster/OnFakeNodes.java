package dev.davit.testcluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Run on a real API server, real controllers and a real scheduler, with nodes that only pretend: pods get ready without running.
 *
 * <p>A pod's annotation {@code davit.test/play} says what becomes of it: {@code never-ready}, {@code crash}, {@code no-image}; with
 * {@code davit.test/ready-after: 5s} it gets ready later. Claims get volumes from the default class, pods of Jobs succeed.
 *
 * <p>The cluster starts with the first test that wants it and serves all of one JVM; it goes with that JVM, however that ends.
 * Where it cannot start, tests are skipped with the reason; with {@code DAVIT_TEST_CLUSTER=required} in the environment they fail.
 */
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClusterExtension.OnFakeNodes.class)
public @interface OnFakeNodes {}
