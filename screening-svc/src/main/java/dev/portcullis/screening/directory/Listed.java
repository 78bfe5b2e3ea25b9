package dev.portcullis.screening.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.screening.Finding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a list.
 *
 * @param party the entry
 * @param source where its edition came from
 * @param edition its edition
 * @param hit how a name that was asked for is like it, explained; absent where only a part of one of its names is the same
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Listed(ListedParty party, String source, String edition, Finding.@Nullable Hit hit) {}
