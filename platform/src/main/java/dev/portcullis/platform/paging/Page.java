package dev.portcullis.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items the entries
 * @param next the cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page from one entry more than was asked for, which tells whether there is another page.
     *
     * @param fetched at most {@code request.limit() + 1} entries in the order of their keys
     * @param keyOf the key by which the next query continues
     */
    public static <T> Page<T> of(List<T> fetched, PageRequest request, Function<? super T, String> keyOf) {
        int limit = request.limit();
        if (fetched.size() <= limit) {
            return new Page<>(fetched, null);
        }
        List<T> shown = fetched.subList(0, limit);
        String last = keyOf.apply(shown.get(limit - 1));
        return new Page<>(
                shown, Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same page with each entry translated. */
    public <R> Page<R> map(Function<? super T, ? extends R> translate) {
        return new Page<>(items.stream().<R>map(translate).toList(), next);
    }
}
