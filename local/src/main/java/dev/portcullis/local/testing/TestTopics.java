package dev.portcullis.local.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Empties topics by making them anew. */
final class TestTopics {
    private static final int ATTEMPTS = 100;

    private TestTopics() {}

    static void recreate(String kafka, List<String> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.deleteTopics(topics).all().get();
            for (int attempt = 1; !made(admin, topics); attempt++) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException("The topics do not go away: " + topics);
                }
                Thread.sleep(100);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot empty the topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while emptying the topics", e);
        }
    }

    /** False while the old topics are still going. */
    private static boolean made(Admin admin, List<String> topics) throws InterruptedException, ExecutionException {
        try {
            admin.createTopics(topics.stream()
                            .map(topic ->
                                    new NewTopic(topic, 3, (short) 1).configs(Map.of("cleanup.policy", "compact")))
                            .toList())
                    .all()
                    .get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }
}
