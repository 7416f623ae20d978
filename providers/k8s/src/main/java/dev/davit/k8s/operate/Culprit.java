package dev.davit.k8s.operate;

import java.util.Optional;

/**
 * Names a pod that will never be ready by itself.
 *
 * @param pod the pod
 * @param container the container at fault; empty where no container ever ran
 * @param reason the kubelet's or the scheduler's word
 * @param message what they say beside it
 * @param ran whether the container ran before and may have said something
 */
record Culprit(Live pod, Optional<String> container, String reason, String message, boolean ran) {
    @Override
    public String toString() {
        return "pod " + pod.name() + container.map(it -> ", container " + it).orElse("") + ": "
                + Lines.visible(reason + (message.isEmpty() ? "" : ": " + message));
    }
}
