package dev.portcullis.classification.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a criterion in the form that {@link CriterionReader} reads. */
final class CriterionWriter extends StdSerializer<Criterion> {
    private static final long serialVersionUID = 1;

    CriterionWriter() {
        super(Criterion.class);
    }

    @Override
    public void serialize(Criterion criterion, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject();
        if (criterion instanceof Criterion.All all) {
            provider.defaultSerializeField("all", all.parts(), out);
        } else if (criterion instanceof Criterion.AnyOf any) {
            provider.defaultSerializeField("any", any.parts(), out);
        } else if (criterion instanceof Criterion.Not not) {
            provider.defaultSerializeField("not", not.part(), out);
        } else if (criterion instanceof Criterion.Compare compare) {
            out.writeStringField("fact", compare.fact());
            out.writeNumberField(compare.comparison().word(), compare.threshold());
            citation(out, compare.citation());
        } else if (criterion instanceof Criterion.Is is) {
            out.writeStringField("fact", is.fact());
            out.writeBooleanField("is", is.expected());
            citation(out, is.citation());
        } else if (criterion instanceof Criterion.OneOf oneOf) {
            out.writeStringField("fact", oneOf.fact());
            provider.defaultSerializeField("oneOf", oneOf.words(), out);
            citation(out, oneOf.citation());
        } else if (criterion instanceof Criterion.Meets meets) {
            refs(out, "meets", meets.paragraphs());
            citation(out, meets.citation());
        } else if (criterion instanceof Criterion.Contains contains) {
            refs(out, "contains", contains.paragraphs());
            citation(out, contains.citation());
        } else if (criterion instanceof Criterion.IsFor isFor) {
            refs(out, "isFor", isFor.paragraphs());
            provider.defaultSerializeField("purposes", isFor.purposes(), out);
            citation(out, isFor.citation());
        }
        out.writeEndObject();
    }

    private static void refs(JsonGenerator out, String field, List<ParagraphRef> paragraphs) throws IOException {
        out.writeArrayFieldStart(field);
        for (ParagraphRef paragraph : paragraphs) {
            out.writeString(paragraph.toString());
        }
        out.writeEndArray();
    }

    private static void citation(JsonGenerator out, @Nullable String citation) throws IOException {
        if (citation != null) {
            out.writeStringField("citation", citation);
        }
    }
}
