package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How an operation ended, for an answer of its own or as one of a bulk.
 *
 * @param id of the resource
 * @param version its entity tag; null where it is gone
 * @param body the resource; null where it is gone
 */
record Reply(
        int status,
        String id,
        String location,
        @Nullable String version,
        @Nullable ObjectNode body) {}
