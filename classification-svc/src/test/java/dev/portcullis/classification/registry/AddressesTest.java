package dev.portcullis.classification.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a file may be fetched from. */
class AddressesTest {
    /** IANA's registries of special-purpose addresses (RFC 6890 and later). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:0a00:0001::1",
                "64:ff9b::a00:1",
                "100::1",
                "3fff::1",
                "4000::1"
            })
    void inside_a_network_is_not_public(String address) throws Exception {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00::1",
                "2002:0101:0101::1",
                "64:ff9b::101:101"
            })
    void the_internet_is_public(String address) throws Exception {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://models.example.com/a, models.example.com, true",
        "https://MODELS.example.com/a, models.Example.com, true",
        "https://models.example.com:8443/a, models.example.com, false",
        "https://models.example.com:8443/a, models.example.com:8443, true",
        "https://evil-models.example.com/a, models.example.com, false",
        "https://models.example.com.evil.test/a, models.example.com, false",
        "https://models.example.com./a, models.example.com, false",
        "https://a.storage.example.com/x, *.storage.example.com, true",
        "https://a.b.storage.example.com/x, *.storage.example.com, true",
        "https://storage.example.com/x, *.storage.example.com, false",
        "https://evilstorage.example.com/x, *.storage.example.com, false",
        "https://[2606:4700::1111]/x, [2606:4700::1111], true",
        "https://2130706433/x, 127.0.0.1, false"
    })
    void a_host_is_allowed_by_its_exact_name_and_port(String url, String entry, boolean allowed) {
        boolean among;
        try {
            among = Destination.of(url, false).isAmong(List.of(entry));
        } catch (IllegalArgumentException none) {
            among = false;
        }
        assertThat(among).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "models",
                "//models.example.com/a",
                "http://models.example.com/a",
                "file:///etc/passwd",
                "ftp://models.example.com/a",
                "https:///a",
                "https://user:word@models.example.com/a",
                "https://a b/c",
                "https://models_x/a",
                "jar:https://models.example.com/a!/b",
                "https://models.example.com\\@evil.test/"
            })
    void what_is_no_https_address_is_refused(String url) {
        assertThatThrownBy(() -> Destination.of(url, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_is_named_by_the_last_part_of_its_path() {
        assertThat(Destination.of("https://h.example/a/b%2Dc+d.gguf?x=/y", false)
                        .fileName())
                .isEqualTo("b-c+d.gguf");
    }
}
