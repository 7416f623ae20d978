package dev.davit.render.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://gpu.example.com, gpu.example.com, 443, https://gpu.example.com",
        "https://gpu.example.com:443/, gpu.example.com, 443, https://gpu.example.com",
        "https://gpu.example.com:8443/a/b/, gpu.example.com, 8443, https://gpu.example.com:8443/a/b",
        "http://gpu.example.com, gpu.example.com, 80, http://gpu.example.com"
    })
    void an_address_knows_its_parts(String url, String host, int port, String normal) {
        Address address = Address.parse(url).orElseThrow();
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.url()).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gpu.example.com",
                "ftp://gpu.example.com",
                "https://",
                "https://a b",
                "https://a?x=1",
                "https://user:word@a",
                "/path"
            })
    void what_is_none_is_refused(String url) {
        assertThat(Address.parse(url)).isEmpty();
    }

    @Test
    void a_host_that_a_cluster_exposes_is_called_with_tls() {
        assertThat(Address.ofHost("llm.example.com", true).url()).isEqualTo("https://llm.example.com");
    }
}
