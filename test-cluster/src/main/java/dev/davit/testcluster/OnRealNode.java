package dev.davit.testcluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Run on a cluster whose one node runs containers, with Services and DNS; needs root.
 *
 * <p>The only images are {@code davit.test/app:1}, {@code :2} and {@code :3}: a server on port 8080, and a client for a Job; see
 * {@code test-cluster/README.md}. A machine has one real node: another JVM that wants it waits for two minutes. Life and lack are
 * as with {@link OnFakeNodes}.
 */
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClusterExtension.OnRealNode.class)
public @interface OnRealNode {}
