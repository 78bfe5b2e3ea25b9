package dev.portcullis.licensing.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.licensing.criteria.Condition;
import dev.portcullis.licensing.criteria.ConditionReader;
import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.criteria.Truth;
import dev.portcullis.licensing.form.FormFiles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The destination control statement of the commercial invoice (15 CFR 758.6), in the words of the law. */
public final class DestinationControl {
    private final String statement;
    private final Condition needed;
    private final Condition printEccn;
    private final String citation;
    private final String printCitation;
    private final Map<String, String> questions = FormFiles.questions();

    private DestinationControl() {
        JsonNode file = FormFiles.tree("destination-control.json");
        statement = FormFiles.text(file, "statement");
        needed = ConditionReader.read(file.path("needed"));
        printEccn = ConditionReader.read(file.path("printEccn"));
        citation = FormFiles.text(file, "citation");
        printCitation = FormFiles.text(file, "printCitation");
    }

    static DestinationControl shipped() {
        return new DestinationControl();
    }

    /**
     * What belongs on the invoice.
     *
     * @param need whether the statement does; where that is not decided, print it
     * @param statement the words of the law; absent where they are not needed
     * @param eccn what must be printed beside them; absent where nothing must
     * @param questions the facts that would decide it
     * @param citations where it stands
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OnInvoice(
            Filing.Need need,
            @Nullable String statement,
            @Nullable String eccn,
            List<String> questions,
            List<String> citations) {
        public OnInvoice {
            questions = List.copyOf(questions);
            citations = List.copyOf(citations);
        }
    }

    OnInvoice judge(Known known) {
        Truth holds = needed.test(known);
        if (holds.isNo()) {
            return new OnInvoice(Filing.Need.NOT_REQUIRED, null, null, List.of(), List.of(citation));
        }
        List<String> asked = new ArrayList<>();
        holds.missing().forEach(fact -> asked.add(questions.getOrDefault(fact, "What is " + fact + "?")));
        Truth print = printEccn.test(known);
        List<String> citations = new ArrayList<>(List.of(citation));
        String eccn = null;
        if (!print.isNo()) {
            eccn = printed(known);
            citations.add(printCitation);
        }
        return new OnInvoice(
                holds.isYes() ? Filing.Need.REQUIRED : Filing.Need.UNDECIDED, statement, eccn, asked, citations);
    }

    /** The entry with its first paragraph where the law wants it: 3A090.a or .b, and .z of those that have one (758.6(a)(2)). */
    private static @Nullable String printed(Known known) {
        String whole = known.shown("item.classification");
        String eccn = known.shown("item.eccn");
        if (whole == null || eccn == null) {
            return null;
        }
        boolean byParagraph = eccn.equals("3A090")
                || known.texts().getOrDefault("item.z", java.util.Set.of()).contains("YES");
        if (!byParagraph || whole.equals(eccn)) {
            return eccn;
        }
        String paragraph = whole.substring(eccn.length() + 1);
        int dot = paragraph.indexOf('.');
        return eccn + "." + (dot < 0 ? paragraph : paragraph.substring(0, dot));
    }
}
