package dev.davit.render.api;

import dev.davit.document.DocumentException;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hold an answer as it came.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the bytes
 */
record Answer(int status, HttpHeaders headers, byte[] body) {
    /** The first number of what may be a list: {@code 30, 30;w=60}. */
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,12})\\b.*");

    boolean isGood() {
        return status / 100 == 2;
    }

    /**
     * Say whether the server, or what stands before it, lost its way: what was asked may have been done, and may pass soon. What stands
     * before Render has numbers of its own, from 520 on. 501 is an answer: it will not be done.
     */
    boolean isServerFailure() {
        return status >= 500 && status != 501;
    }

    /**
     * Read the body; none is an empty map.
     *
     * @throws UnusableAnswerException if it is no JSON, or more of it than is read
     * @throws IOException if it breaks off
     */
    Node read() throws IOException {
        if (body.length == 0) {
            return new MapNode(null);
        }
        String type = headers.firstValue("Content-Type").orElse("");
        if (!type.contains("json")) {
            throw new UnusableAnswerException("an answer that is not JSON");
        }
        try {
            return Json.read("the answer", body);
        } catch (DocumentException e) {
            if (e.what().equals("not valid JSON")) {
                throw new IOException("an answer that breaks off");
            }
            throw new UnusableAnswerException("an answer that is " + e.what());
        }
    }

    /** Give what the API says about its refusal; empty if it says nothing that can be read. */
    String message() {
        try {
            return read() instanceof MapNode map ? map.getText("message").orElse("") : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Give how long the server asks to wait before the next try. */
    Optional<Duration> pause(Instant now) {
        // By the server's own clock where it tells the time: ours may be wrong by more than the pause.
        Instant sent = headers.firstValue("Date").flatMap(RetryAfter::date).orElse(now);
        return headers.firstValue("Retry-After").flatMap(it -> RetryAfter.read(it, sent));
    }

    /** Give the number in a header. */
    OptionalLong number(String header) {
        Matcher matcher = NUMBER.matcher(headers.firstValue(header).orElse(""));
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
