package dev.portcullis.classification.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.platform.problem.ProblemException;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Derivations take turns. */
class DerivationsTest {
    private record One() implements RegistrySettings {
        @Override
        public Optional<List<String>> hosts() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> tokens() {
            return Optional.empty();
        }

        @Override
        public Optional<String> trustedCertificates() {
            return Optional.empty();
        }

        @Override
        public boolean plainHttp() {
            return false;
        }

        @Override
        public boolean privateAddresses() {
            return false;
        }

        @Override
        public Duration requestTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration derivationTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int concurrency() {
            return 1;
        }
    }

    /** A caller who sends nothing until told to hang up. */
    private static InputStream slow(CountDownLatch reading, CountDownLatch end) {
        return new InputStream() {
            @Override
            public int read() {
                reading.countDown();
                try {
                    end.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }
        };
    }

    @Test
    void who_finds_no_place_is_told_to_come_again_and_places_are_given_back() throws Exception {
        Vertx vertx = Vertx.vertx();
        ExecutorService other = Executors.newSingleThreadExecutor();
        RegistryFiles files = new RegistryFiles(vertx, new One());
        try {
            Derivations derivations = new Derivations(files, new One());
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            Future<Derivation> first =
                    other.submit(() -> derivations.derive("m.safetensors", 100, null, slow(reading, end)));
            assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> derivations.derive("m.safetensors", 0, null, InputStream.nullInputStream()))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            busy -> assertThat(busy.problem().status()).isEqualTo(503));
            end.countDown();
            assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> derivations.derive("m.safetensors", 0, null, InputStream.nullInputStream()))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().status()).isEqualTo(422));
        } finally {
            other.shutdownNow();
            files.close();
            vertx.close();
        }
    }
}
