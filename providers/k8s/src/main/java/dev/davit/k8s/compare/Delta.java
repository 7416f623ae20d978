package dev.davit.k8s.compare;

import dev.davit.document.Node;
import java.util.Optional;

/** Hold a field that says something else afterwards. */
record Delta(Path path, Optional<Node> before, Optional<Node> after) {}
