package dev.davit.render.api;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Speak with one Render API, from any number of threads.
 *
 * <p>What may pass by itself is tried again inside, within a budget: 429, 5xx and lost connections, where a repeat does no harm. So a
 * call may find what its own first try did. Paths are below the version and may have a query: {@code /services?limit=100}. What comes
 * back is carried as it is: fields and values that nobody here knows survive.
 *
 * <p>All methods throw {@link dev.davit.apply.ApplyException}: {@code UNAVAILABLE} if the API gives no usable answer within all tries,
 * {@code NO_PERMISSION} for 401 and 403, {@code REFUSED} for every other answer that is not good.
 */
public interface RenderApi extends AutoCloseable {
    /** Read a thing; empty where there is none (404, 410). */
    Optional<MapNode> get(String path);

    /**
     * Read all pages of a list.
     *
     * @param item the key under which each entry of the list has the thing: {@code service}; empty where the entry is the thing
     */
    List<MapNode> list(String path, String item);

    /**
     * Read the beginning of a list, in one request.
     *
     * @param item as with {@link #list}
     * @param count how many things at most, up to 100
     */
    List<MapNode> first(String path, String item, int count);

    /** Read a list that has no pages. */
    List<MapNode> array(String path);

    /**
     * Create a thing, or start something. A try whose outcome is unknown is not repeated.
     *
     * @param body the body; {@code null} for none
     * @return the answer; empty map where there is none
     * @throws AnswerLostException if it may have been done, and nobody knows: look for the thing before trying again
     */
    MapNode post(String path, MapNode body);

    /**
     * Have a file looked at, as a form with fields carries it. Changes nothing, so that it is tried again like a read.
     *
     * @param fields the other fields of the form
     * @param file the name of the field that carries the file
     */
    MapNode upload(String path, Map<String, String> fields, String file, byte[] content);

    /** Replace a thing, or all items of a list of one. */
    Node put(String path, Node body);

    /** Change the fields that the body has. */
    MapNode patch(String path, MapNode body);

    /** Delete a thing; one that is not there is as good as deleted. */
    void delete(String path);

    /** Give the same API behind a check that is made before each try of a write; what it throws ends the call. */
    RenderApi checking(Runnable beforeWrite);

    /** Count the requests that were sent, tries of the same request included. */
    int requests();

    /** Give how many writes the API takes in a minute: what its last answers said, 30 before any did. */
    int writesPerMinute();

    /** Give the base address, version included: {@code https://api.render.com/v1}. */
    URI address();

    @Override
    void close();
}
