package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

/** Guards the guard: what does not fit the description is seen. */
class ContractTest {
    private final Contract contract = new Contract();

    @Test
    void an_answer_that_fits_has_no_violation() {
        assertThat(contract.violations(answer("GET", "/owners/tea-1", 200, owner(""))))
                .isEmpty();
    }

    @Test
    void a_property_that_is_not_described_is_seen() {
        assertThat(contract.violations(answer("GET", "/owners/tea-1", 200, owner(",\"nmae\":\"x\""))))
                .hasSize(1);
    }

    @Test
    void a_property_that_is_missing_is_seen() {
        assertThat(contract.violations(answer("GET", "/owners/tea-1", 200, "{\"id\":\"tea-1\"}")))
                .isNotEmpty();
    }

    @Test
    void a_status_that_is_not_described_is_seen() {
        assertThat(contract.violations(answer("GET", "/owners/tea-1", 418, "{}")))
                .containsExactly("GET /owners/{ownerId} 418: the status is not described");
    }

    @Test
    void an_event_with_the_details_of_another_type_is_seen() {
        assertThat(contract.violations(answer("GET", "/events/evt-1", 200, event("plan_changed"))))
                .isEmpty();
        assertThat(contract.violations(answer("GET", "/events/evt-1", 200, event("service_suspended"))))
                .isNotEmpty();
        assertThat(contract.violations(answer("GET", "/events/evt-1", 200, event("no_such_type"))))
                .isNotEmpty();
    }

    private static String event(String type) {
        return "{\"id\":\"evt-1\",\"timestamp\":\"2026-10-01T08:00:00Z\",\"serviceId\":\"srv-1\",\"type\":\"" + type
                + "\",\"details\":{\"from\":\"starter\",\"to\":\"pro\"}}";
    }

    private static String owner(String more) {
        return "{\"id\":\"tea-1\",\"name\":\"n\",\"email\":\"e\",\"type\":\"team\"" + more + "}";
    }

    private static Client.Exchange answer(String method, String path, int status, String body) {
        return new Client.Exchange(method, path, new Answered(status, body.getBytes(StandardCharsets.UTF_8)));
    }

    private record Answered(int statusCode, byte[] body) implements HttpResponse<byte[]> {
        @Override
        public HttpRequest request() {
            return null;
        }

        @Override
        public Optional<HttpResponse<byte[]>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of(), (name, value) -> true);
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return URI.create("http://localhost");
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
