package dev.davit.k8s.operate;

/** Holds a condition of an object's status. */
record Condition(String type, String status, String reason, String message) {
    static Condition of(Live tree) {
        return new Condition(
                tree.text("type").orElse(""),
                tree.text("status").orElse(""),
                tree.text("reason").orElse(""),
                tree.text("message").orElse(""));
    }

    boolean isTrue() {
        return status.equals("True");
    }

    boolean isFalse() {
        return status.equals("False");
    }

    /** Writes why: {@code reason: message}. */
    String why() {
        String both = reason + (reason.isEmpty() || message.isEmpty() ? "" : ": ") + message;
        return Lines.visible(both.isEmpty() ? type + " is " + status : both);
    }
}
