package dev.davit.k8s.cluster;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.net.URI;

/**
 * Speak with one API server, from any number of threads.
 *
 * <p>What may pass by itself is tried again inside (429, 503, lost connections, webhooks that do not answer, quota races), within a
 * budget; so a call may find what its own first try did. Paths are absolute and may have a query. All methods throw {@link
 * dev.davit.apply.ApplyException}: {@code UNAVAILABLE} if the server gives no usable answer, {@code NO_PERMISSION} if it does not know
 * us or a right is missing. Every other answer is a {@link Reply}, good or bad.
 */
public interface ApiServer extends AutoCloseable {
    /** Accept the metadata of each object of a list alone. */
    String METADATA_LIST = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io";

    /** Read an object or a list. */
    Reply get(String path);

    /** Read with a header that says which representation is wanted. */
    Reply get(String path, String accept);

    /** Apply on the server's side: create, or change the fields that the body has. */
    Reply apply(String path, MapNode body, ApplyParameters parameters);

    /** Change an object; the content type says how the body is meant. */
    Reply patch(String path, String contentType, Node body);

    /** Create an object; the path is the collection's. */
    Reply create(String path, MapNode body);

    /** Replace an object; with {@code metadata.resourceVersion} in the body only if it still has that. */
    Reply replace(String path, MapNode body);

    /** Delete an object. */
    Reply delete(String path, MapNode deleteOptions);

    /** Give the kinds that the server has; asked for once. */
    Kinds kinds();

    /**
     * Give the same, but ask only when a kind is looked for that not every server has ({@link StableKinds}): for who learns of each kind
     * that is taken on trust whether it is there, as a list of its objects shows.
     */
    Kinds likelyKinds();

    /** Ask again which kinds the server has: a new definition of a resource may have come. */
    Kinds discover();

    /** Give the same server behind a check that is made before each try of a write; what it throws ends the call. */
    ApiServer checking(Runnable beforeWrite);

    /** Count the requests that were sent, tries of the same request included. */
    int requests();

    /** Give the server's address. */
    URI address();

    @Override
    void close();
}
