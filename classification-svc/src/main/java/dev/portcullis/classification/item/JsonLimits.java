package dev.portcullis.classification.item;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Bounds what a body may cost to read: nesting costs stack, and the deepest computer that is accepted stays well below. */
@Singleton
public class JsonLimits implements ObjectMapperCustomizer {
    private static final int DEEPEST = 64;

    @Override
    public void customize(ObjectMapper mapper) {
        StreamReadConstraints now = mapper.getFactory().streamReadConstraints();
        mapper.getFactory()
                .setStreamReadConstraints(now.rebuild().maxNestingDepth(DEEPEST).build());
    }
}
