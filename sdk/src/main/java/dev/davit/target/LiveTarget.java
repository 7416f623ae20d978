package dev.davit.target;

/** A target that can be asked what is live, and be told to change it. */
public interface LiveTarget extends Target {
    /**
     * Connect to a place; sends nothing yet.
     *
     * @throws dev.davit.apply.ApplyException if there is no usable configuration or credential
     */
    Connection connect(ConnectOptions options);
}
