package dev.davit.testcluster;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Skip where there can be no cluster, and inject {@link TestCluster}. */
abstract class ClusterExtension implements ExecutionCondition, ParameterResolver {
    private static final boolean REQUIRED = "required".equals(System.getenv("DAVIT_TEST_CLUSTER"));

    private final Nodes nodes;

    private ClusterExtension(Nodes nodes) {
        this.nodes = nodes;
    }

    static final class OnFakeNodes extends ClusterExtension {
        OnFakeNodes() {
            super(Nodes.FAKE);
        }
    }

    static final class OnRealNode extends ClusterExtension {
        OnRealNode() {
            super(Nodes.REAL);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> lack = start(context).lack();
        return REQUIRED || lack.isEmpty()
                ? ConditionEvaluationResult.enabled("a cluster can start, or else the test fails")
                : ConditionEvaluationResult.disabled(lack.get());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestCluster.class;
    }

    /** A parameter of a test, or of what runs before each, has the namespace of that test; one of what runs before all, another. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String name = context.getTestMethod().isPresent()
                ? context.getRequiredTestMethod().getName()
                : context.getRequiredTestClass().getSimpleName();
        return store(context)
                .getOrComputeIfAbsent(
                        context.getUniqueId(), key -> start(context).cluster().namespaced(name), TestCluster.class);
    }

    private ClusterStart start(ExtensionContext context) {
        return store(context.getRoot()).getOrComputeIfAbsent(nodes, ClusterStart::new, ClusterStart.class);
    }

    private Namespace scope() {
        return Namespace.create(ClusterExtension.class, nodes);
    }

    private ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(scope());
    }
}
