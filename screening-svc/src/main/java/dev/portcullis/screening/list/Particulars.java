package dev.portcullis.screening.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of a party beside its names and addresses: evidence that it is, or is not, somebody else of the same name.
 *
 * @param births when it was born or built, each as far as the list tells: {@code 1960}, {@code 1960-05}, {@code 1960-05-12} or a range of years,
 *     {@code 1958/1962}
 * @param birthPlaces places of birth as the list writes them
 * @param nationalities ISO 3166-1 alpha-2 codes of nationalities, citizenships or a vessel's flags
 * @param identifiers documents and numbers
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection
public record Particulars(
        List<String> births, List<String> birthPlaces, List<String> nationalities, List<Identifier> identifiers) {

    public static final Particulars NONE = new Particulars(List.of(), List.of(), List.of(), List.of());

    public Particulars {
        births = copy(births);
        birthPlaces = copy(birthPlaces);
        nationalities = copy(nationalities);
        identifiers = copy(identifiers);
    }

    private static <T> List<T> copy(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
