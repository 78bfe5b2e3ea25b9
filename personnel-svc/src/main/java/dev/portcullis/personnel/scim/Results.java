package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param resources those of the page that was asked for, whole
 * @param total null where it was not counted
 * @param next where the next page begins; null where there is none, or pages are counted
 */
record Results(
        List<ObjectNode> resources,
        @Nullable Long total,
        @Nullable String next) {}
