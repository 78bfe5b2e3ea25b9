package dev.portcullis.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.Topics;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PortcullisStackTest {
    @Test
    void each_application_under_test_gets_a_database_of_its_own_and_empty_topics_on_the_same_servers()
            throws Exception {
        Map<String, String> first = new PortcullisStack().start();
        assertThat(send(first)).isZero();

        Map<String, String> second = fromAnotherClassLoader();

        assertThat(second.get("kafka.bootstrap.servers")).isEqualTo(first.get("kafka.bootstrap.servers"));
        assertThat(second.get("quarkus.oidc.auth-server-url")).isEqualTo(first.get("quarkus.oidc.auth-server-url"));
        assertThat(second.get("quarkus.datasource.jdbc.url")).isNotEqualTo(first.get("quarkus.datasource.jdbc.url"));
        assertThat(send(second)).as("offset in an emptied topic").isZero();
        try (Connection connection = DriverManager.getConnection(
                second.get("quarkus.datasource.jdbc.url"),
                second.get("quarkus.datasource.username"),
                second.get("quarkus.datasource.password"))) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(Tokens.of("engineer", "classification-svc")).isNotEmpty();
        assertThat(Tokens.ofClient("gateway", "licensing-svc")).isNotEmpty();
    }

    /** As Quarkus may do between two applications under test. */
    private static Map<String, String> fromAnotherClassLoader() throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(":"))
                .map(entry -> {
                    try {
                        return java.nio.file.Path.of(entry).toUri().toURL();
                    } catch (java.net.MalformedURLException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray(URL[]::new);
        ClassLoader other = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(other);
        try {
            Class<?> stack = other.loadClass(PortcullisStack.class.getName());
            @SuppressWarnings("unchecked")
            Map<String, String> configuration = (Map<String, String>) stack.getMethod("start")
                    .invoke(stack.getDeclaredConstructor().newInstance());
            return configuration;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static long send(Map<String, String> configuration) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", configuration.get("kafka.bootstrap.servers"), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            return producer.send(new ProducerRecord<>(Topics.ITEMS, 0, "itm-1", "{}"))
                    .get()
                    .offset();
        }
    }
}
