package dev.portcullis.personnel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] PLAIN = "Asha Rao".getBytes(StandardCharsets.UTF_8);

    @Test
    void what_is_sealed_opens_with_its_key_and_context_alone() {
        byte[] key = Seal.newKey();
        byte[] sealed = Seal.close(key, PLAIN, "person/1");
        assertThat(Seal.open(key, sealed, "person/1")).isEqualTo(PLAIN);
        assertThatThrownBy(() -> Seal.open(key, sealed, "person/2")).isInstanceOf(KeyUnavailableException.class);
        assertThatThrownBy(() -> Seal.open(Seal.newKey(), sealed, "person/1"))
                .isInstanceOf(KeyUnavailableException.class);
    }

    @Test
    void no_changed_bit_is_overlooked() {
        byte[] key = Seal.newKey();
        byte[] sealed = Seal.close(key, PLAIN, "c");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> Seal.open(key, changed, "c")).isInstanceOf(KeyUnavailableException.class);
        }
        assertThatThrownBy(() -> Seal.open(key, new byte[3], "c")).isInstanceOf(KeyUnavailableException.class);
    }

    @Test
    void the_same_is_never_sealed_alike() {
        byte[] key = Seal.newKey();
        assertThat(Seal.close(key, PLAIN, "c")).isNotEqualTo(Seal.close(key, PLAIN, "c"));
    }

    @Test
    void lookups_of_different_purposes_differ() {
        byte[] key = "Jefe".getBytes(StandardCharsets.UTF_8);
        assertThat(Seal.mac(key, "a", "bc"))
                .isNotEqualTo(Seal.mac(key, "ab", "c"))
                .hasSize(32);
    }

    @Test
    void a_master_key_wraps_for_itself_and_one_person() {
        MasterKey one = MasterKey.of(Base64.getEncoder().encodeToString(Seal.newKey()));
        MasterKey other = MasterKey.of(Base64.getEncoder().encodeToString(Seal.newKey()));
        byte[] personKey = Seal.newKey();
        byte[] wrapped = one.wrap(personKey, "person-key/1");
        assertThat(one.unwrap(wrapped, "person-key/1")).isEqualTo(personKey);
        assertThatThrownBy(() -> one.unwrap(wrapped, "person-key/2")).isInstanceOf(KeyUnavailableException.class);
        assertThatThrownBy(() -> other.unwrap(wrapped, "person-key/1")).isInstanceOf(KeyUnavailableException.class);
        assertThat(one.id()).isNotEqualTo(other.id());
    }

    @Test
    void a_key_of_the_wrong_size_or_shape_is_refused_unrepeated() {
        assertThatThrownBy(() -> MasterKey.of("c2hvcnQ=")).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> MasterKey.of("not base64!")).hasMessageNotContaining("not base64!");
    }
}
