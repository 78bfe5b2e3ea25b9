package dev.portcullis.personnel.deemed;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.personnel.deemed.Access.Reliable;
import dev.portcullis.platform.paging.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers, and how long they may be relied on.
 *
 * @param items the answers
 * @param next the cursor of the next page; absent on the last
 * @param reliable until when what they rest on may be relied on
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Matrix(List<Access> items, @Nullable String next, Reliable reliable) {
    static Matrix of(Page<Access> page, Reliable reliable) {
        return new Matrix(page.items(), page.next(), reliable);
    }
}
