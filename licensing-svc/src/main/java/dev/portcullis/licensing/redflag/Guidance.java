package dev.portcullis.licensing.redflag;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.DeterminationState.Activity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of the Supplement, from {@code law/red-flags.json}. Read as a tree, so that a native executable needs no reflection.
 *
 * @param citation where it stands
 * @param comment how far its words can be relied on
 * @param flags the flags in the order of their numbers, {@code OTHER} last
 */
@RegisterForReflection
public record Guidance(String citation, String comment, List<Entry> flags) {
    static final String OTHER = "OTHER";

    /**
     * A flag of the list.
     *
     * @param number its number
     * @param title what it is about, in words that are not the law's
     * @param items the families of items for which it was written; empty for all
     * @param activities the activities for which it was written
     * @param comment what else one should know
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String number,
            String title,
            List<String> items,
            List<Activity> activities,
            @Nullable String comment) {}

    static Guidance shipped() {
        return Shipped.GUIDANCE;
    }

    /** A flag of the list; nothing where there is no such number. */
    Optional<Entry> entry(String number) {
        return flags.stream().filter(flag -> flag.number().equals(number)).findFirst();
    }

    private static final class Shipped {
        private static final Guidance GUIDANCE = load();

        private static Guidance load() {
            try (InputStream in = Guidance.class.getResourceAsStream("/law/red-flags.json")) {
                JsonNode file = new ObjectMapper().readTree(Objects.requireNonNull(in));
                List<Entry> flags = new ArrayList<>();
                file.required("flags").forEach(node -> flags.add(entry(node)));
                return new Guidance(
                        file.required("citation").asText(),
                        file.required("comment").asText(),
                        List.copyOf(flags));
            } catch (IOException e) {
                throw new UncheckedIOException("the law file red-flags.json cannot be read", e);
            }
        }

        private static Entry entry(JsonNode node) {
            List<String> items = new ArrayList<>();
            node.required("items").forEach(item -> items.add(item.asText()));
            List<Activity> activities = new ArrayList<>();
            node.required("activities").forEach(activity -> activities.add(Activity.valueOf(activity.asText())));
            return new Entry(
                    node.required("number").asText(),
                    node.required("title").asText(),
                    List.copyOf(items),
                    List.copyOf(activities),
                    node.hasNonNull("comment") ? node.get("comment").asText() : null);
        }
    }
}
