package dev.portcullis.personnel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredKeyServiceTest {
    @Test
    void without_a_master_key_nothing_is_sealed_and_the_reason_says_what_to_set() {
        for (String configured : List.of("", " ", "c2hvcnQ=")) {
            ConfiguredKeyService keys = service(configured, false);
            assertThat(keys.fault()).contains("portcullis.privacy.master-key").doesNotContain("c2hvcnQ=");
            assertThatThrownBy(keys::keyId).isInstanceOf(KeyUnavailableException.class);
            assertThatThrownBy(() -> keys.wrap(new byte[32], "c")).isInstanceOf(KeyUnavailableException.class);
            assertThatThrownBy(() -> keys.lookup("userName", "a")).isInstanceOf(KeyUnavailableException.class);
        }
    }

    @Test
    void what_another_master_key_wrapped_is_refused_by_its_name() {
        ConfiguredKeyService one = service("development-one", false);
        ConfiguredKeyService other = service("development-other", false);
        byte[] wrapped = one.wrap(Seal.newKey(), "c");
        assertThat(one.fault()).isNull();
        assertThatThrownBy(() -> other.unwrap(one.keyId(), wrapped, "c"))
                .isInstanceOf(KeyUnavailableException.class)
                .hasMessageContaining(one.keyId());
    }

    @Test
    void a_development_key_is_refused_in_production() {
        ConfiguredKeyService keys = service("development-one", true);
        assertThat(keys.fault()).contains("development key").doesNotContain("development-one");
        assertThatThrownBy(keys::keyId).isInstanceOf(KeyUnavailableException.class);
        assertThat(service(Base64.getEncoder().encodeToString(Seal.newKey()), true)
                        .fault())
                .isNull();
    }

    @Test
    void after_a_rotation_the_old_key_still_opens_and_everybody_is_still_found() {
        ConfiguredKeyService before = service("development-one", false);
        byte[] key = Seal.newKey();
        byte[] wrapped = before.wrap(key, "c");
        ConfiguredKeyService after = rotated("development-two", List.of("development-one"), null);
        assertThat(after.keyId()).isNotEqualTo(before.keyId());
        assertThat(after.unwrap(before.keyId(), wrapped, "c")).isEqualTo(key);
        assertThat(after.lookup("userName", "a")).isEqualTo(before.lookup("userName", "a"));
        assertThatThrownBy(() -> before.unwrap(after.keyId(), after.wrap(key, "c"), "c"))
                .isInstanceOf(KeyUnavailableException.class);

        ConfiguredKeyService third = rotated("development-three", List.of("development-two", "development-one"), null);
        assertThat(third.lookup("userName", "a")).isEqualTo(before.lookup("userName", "a"));
        ConfiguredKeyService retired = rotated("development-three", List.of(), "development-one");
        assertThat(retired.lookup("userName", "a")).isEqualTo(before.lookup("userName", "a"));
        assertThatThrownBy(() -> retired.unwrap(before.keyId(), wrapped, "c"))
                .isInstanceOf(KeyUnavailableException.class);
    }

    @Test
    void a_development_key_of_before_is_refused_in_production_too() {
        ConfiguredKeyService keys = new ConfiguredKeyService();
        keys.previous = java.util.Optional.of(List.of("development-one"));
        keys.read(Base64.getEncoder().encodeToString(Seal.newKey()), true);
        assertThat(keys.fault()).contains("development key");
    }

    private static ConfiguredKeyService rotated(
            String current, List<String> previous, @org.jspecify.annotations.Nullable String lookup) {
        ConfiguredKeyService keys = new ConfiguredKeyService();
        keys.previous = java.util.Optional.of(previous);
        keys.lookup = java.util.Optional.ofNullable(lookup);
        keys.read(current, false);
        return keys;
    }

    private static ConfiguredKeyService service(String configured, boolean production) {
        ConfiguredKeyService keys = new ConfiguredKeyService();
        keys.read(configured, production);
        return keys;
    }
}
