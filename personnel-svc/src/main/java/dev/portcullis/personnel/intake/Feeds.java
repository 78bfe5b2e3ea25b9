package dev.portcullis.personnel.intake;

import dev.portcullis.personnel.intake.Intake.Feed;
import dev.portcullis.personnel.person.RefusedMessages.Channel;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The systems that are set up, with their mappings. One that cannot be read ends the start: what it would deliver could not be applied. */
@Startup
@ApplicationScoped
public class Feeds {
    @Inject
    IntakeSettings settings;

    private Map<String, Mapping> mappings = Map.of();

    @PostConstruct
    void read() {
        Map<String, Mapping> read = new HashMap<>();
        settings.feeds().forEach((name, feed) -> {
            try {
                read.put(name, Mapping.parse(text(feed.mapping())));
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalStateException(
                        "portcullis.intake.feeds." + name + ".mapping cannot be read: " + e.getMessage(), e);
            }
        });
        mappings = Map.copyOf(read);
    }

    /**
     * A feed by its name.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 404 where there is none
     */
    Feed feed(String name, Channel channel, boolean dryRun) {
        Mapping mapping = mappings.get(name);
        if (mapping == null) {
            throw Problems.notFound("feed", name);
        }
        return new Feed(name, channel, mapping, dryRun);
    }

    /** The key of a feed's webhooks; empty where it has none. */
    Optional<String> webhookKey(String name) {
        return Optional.ofNullable(settings.feeds().get(name)).flatMap(IntakeSettings.Feed::webhookKey);
    }

    static String text(String mapping) throws IOException {
        if (mapping.equals("workday-delta") || mapping.equals("bamboohr")) {
            @Nullable InputStream shipped = Feeds.class.getResourceAsStream("/intake/" + mapping + ".json");
            if (shipped == null) {
                throw new IOException("the mapping that comes with this service is missing");
            }
            try (shipped) {
                return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return Files.readString(Path.of(mapping));
    }
}
