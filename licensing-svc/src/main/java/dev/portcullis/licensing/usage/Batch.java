package dev.portcullis.licensing.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.licensing.license.MovementView;
import dev.portcullis.platform.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many draws in one request, each for itself, as a night's shipments come from another system. */
final class Batch {
    static final int MOST = 500;

    private Batch() {}

    /**
     * Draws that do not depend on each other.
     *
     * @param draws at most 500
     */
    public record Request(@NotEmpty @Size(max = MOST) List<@NotNull @Valid One> draws) {}

    /**
     * A draw.
     *
     * @param reference by which it is known
     * @param use what it uses
     */
    public record One(
            @NotBlank @Size(max = 100) String reference,
            @NotNull @Valid UseRequest use) {}

    /**
     * What came of each.
     *
     * @param results in the order of the request
     */
    @RegisterForReflection
    public record View(List<Result> results) {
        public View {
            results = List.copyOf(results);
        }
    }

    /**
     * What came of a draw.
     *
     * @param reference by which it is known
     * @param status 201 for drawn, 200 for drawn before, else that of the problem; 503 for one that is to be sent again
     * @param movements what moved; absent where nothing did
     * @param problem why nothing moved
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Result(
            String reference,
            int status,
            List<MovementView> movements,
            @Nullable Problem problem) {
        public Result {
            movements = List.copyOf(movements);
        }
    }
}
