package dev.portcullis.screening.stake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an owner is called who is neither a kept party nor an entry of a list.
 *
 * @param names the name and other names, screened alike
 * @param country ISO 3166-1 alpha-2 code, where it is known; evidence only
 */
@RegisterForReflection
public record OwnerName(List<String> names, @Nullable String country) {
    /** Names of one owner that are kept. */
    static final int MOST = 20;

    public OwnerName {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("an owner has a name");
        }
        names = names.stream().distinct().limit(MOST).toList();
    }
}
