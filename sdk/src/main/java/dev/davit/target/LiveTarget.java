package dev.davit.target;

import dev.davit.model.Assembly;
import dev.davit.model.Desired;
import dev.davit.plan.Wanted;
import java.util.Optional;

/** A target that can be asked what is live, and be told to change it. */
public interface LiveTarget extends Target {
    /** Load what connecting takes whatever the place is, while that is not known yet; reads no configuration and sends nothing. */
    default void prepare() {}

    /**
     * Connect to a place; sends nothing yet.
     *
     * @throws dev.davit.apply.ApplyException if there is no usable configuration or credential
     */
    Connection connect(ConnectOptions options);

    /** Take what a definition wants, with all that this target has to know of it and no object says. */
    default Wanted wanted(Desired desired) {
        return Wanted.of(desired, scope(desired.assembly()));
    }

    /** Give the part of a place in which a definition has its objects, such as a namespace, if the target has parts. */
    Optional<String> scope(Assembly assembly);
}
