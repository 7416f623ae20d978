package dev.davit.render.api;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Take the bytes of an answer, and end the connection when they are more than any honest answer has. */
final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {
    /** A page has at most 100 things, and all secret files of a service at most 1 MB. */
    static final int MOST = 32 << 20;

    private final HttpResponse.BodySubscriber<byte[]> all = HttpResponse.BodySubscribers.ofByteArray();
    private Flow.Subscription subscription;
    private long size;

    @Override
    public CompletionStage<byte[]> getBody() {
        return all.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription it) {
        subscription = it;
        all.onSubscribe(it);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        size += bytes.stream().mapToLong(ByteBuffer::remaining).sum();
        if (size > MOST) {
            subscription.cancel();
            all.onError(new UnusableAnswerException("an answer of more than " + MOST + " bytes"));
        } else {
            all.onNext(bytes);
        }
    }

    @Override
    public void onError(Throwable failure) {
        all.onError(failure);
    }

    @Override
    public void onComplete() {
        all.onComplete();
    }
}
