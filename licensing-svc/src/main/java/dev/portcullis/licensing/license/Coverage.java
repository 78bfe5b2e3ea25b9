package dev.portcullis.licensing.license;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a license was held against a release.
 *
 * @param licenseId the license
 * @param licenseNumber its number
 * @param line the line that covers the release; absent where none does
 * @param covers whether each check holds
 * @param checks what was compared, in order; where no line covers, the checks of the line that came nearest
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Coverage(
        String licenseId, String licenseNumber, @Nullable Integer line, boolean covers, List<Check> checks) {
    public Coverage {
        checks = List.copyOf(checks);
    }

    /**
     * One comparison.
     *
     * @param of what was compared, such as {@code quantity}
     * @param holds whether the license allows it
     * @param explanation both sides of the comparison, in words
     */
    @RegisterForReflection
    public record Check(String of, boolean holds, String explanation) {}
}
