package dev.davit.k8s.manifest;

import java.util.Map;

/**
 * Expands variables as the documentation of Kubernetes describes it: {@code $(NAME)} is the value, or stays when there is none;
 * {@code $$} is a dollar sign; any other dollar sign is one.
 */
final class KubernetesExpansion {
    private KubernetesExpansion() {}

    static String of(String text, Map<String, String> variables) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            int end = text.indexOf(')', i);
            if (text.charAt(i) != '$') {
                out.append(text.charAt(i++));
            } else if (next == '$') {
                out.append('$');
                i += 2;
            } else if (next == '(' && end > 0) {
                String name = text.substring(i + 2, end);
                out.append(variables.getOrDefault(name, text.substring(i, end + 1)));
                i = end + 1;
            } else {
                out.append('$');
                i++;
            }
        }
        return out.toString();
    }
}
