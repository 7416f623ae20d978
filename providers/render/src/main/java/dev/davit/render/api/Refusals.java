package dev.davit.render.api;

import dev.davit.apply.ApplyException;
import dev.davit.apply.ApplyException.Reason;

/** Put a refusal into words, with what to do about it. */
final class Refusals {
    private static final String SAY_AGAIN = "correct what is asked for, then run the same command again";
    private static final String PLAN_AGAIN = "make a new plan: something may have changed meanwhile";

    private Refusals() {}

    static ApplyException of(Call call, Reply reply, ApiKey key) {
        return switch (reply.status()) {
            case 401 ->
                refusal(
                        Reason.NO_PERMISSION,
                        "Render does not know the API key from " + key.source(),
                        reply,
                        call,
                        "make a new key at https://dashboard.render.com/u/settings#api-keys, or run render login if it came from there");
            case 403 ->
                refusal(
                        Reason.NO_PERMISSION,
                        "the API key from " + key.source() + " may not do this",
                        reply,
                        call,
                        "use a key of somebody who has this right in the workspace");
            case 402 ->
                refusal(
                        Reason.REFUSED,
                        "Render wants a payment method first",
                        reply,
                        call,
                        "add one under Billing at https://dashboard.render.com, or choose a free plan");
            case 404, 410 -> refusal(Reason.REFUSED, "Render finds nothing there", reply, call, PLAN_AGAIN);
            case 409 -> refusal(Reason.REFUSED, "Render refuses it", reply, call, PLAN_AGAIN);
            default -> refusal(Reason.REFUSED, "Render refuses it with " + reply.status(), reply, call, SAY_AGAIN);
        };
    }

    /** Say that an answer is not what this API answers. */
    static ApplyException unusable(String what, Call call, Throwable cause) {
        return new ApplyException(
                Reason.UNAVAILABLE,
                "Render's answer cannot be used: " + what,
                call.toString(),
                "see whether the address is that of Render's API, and whether something between changes answers",
                cause);
    }

    private static ApplyException refusal(Reason reason, String what, Reply reply, Call call, String next) {
        String said = reply.message().isEmpty() ? "" : ": " + reply.message();
        return new ApplyException(reason, what + said, call.toString(), next, null);
    }
}
