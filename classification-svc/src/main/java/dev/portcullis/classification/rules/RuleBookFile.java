package dev.portcullis.classification.rules;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.portcullis.platform.digest.Sha256;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads rules from their JSON form: {@code index.json} names the other files in the order of review. Unknown fields and undefined
 * facts are refused.
 */
public final class RuleBookFile {
    private static final String SHIPPED = "/law/rules/";
    private static final String INDEX = "index.json";

    private RuleBookFile() {}

    /** Opens a file by its name. */
    @FunctionalInterface
    public interface Folder {
        /** @throws IOException where there is no such file */
        InputStream open(String name) throws IOException;
    }

    /** The rules that are shipped with the service. */
    public static RuleBook shipped() {
        return Shipped.RULES;
    }

    /** Read once; for a native executable that is while it is built, so that its start does not wait for it. */
    private static final class Shipped {
        static final RuleBook RULES = read();

        private static RuleBook read() {
            try {
                return RuleBookFile.read(RuleBookFile::openShipped);
            } catch (IOException e) {
                throw new UncheckedIOException("the shipped rules cannot be read", e);
            }
        }
    }

    /** The folder of the rules that are shipped with the service. */
    static InputStream openShipped(String name) throws IOException {
        InputStream in = RuleBookFile.class.getResourceAsStream(SHIPPED + name);
        if (in == null) {
            throw new FileNotFoundException(name);
        }
        return in;
    }

    /**
     * Reads rules.
     *
     * @throws IOException where they are no rules or contradict themselves
     */
    public static RuleBook read(Folder folder) throws IOException {
        ObjectMapper mapper = mapper();
        Index index = read(mapper, folder, INDEX, Index.class);
        Map<String, FactDefinition> facts = new LinkedHashMap<>();
        List<JurisdictionRule> jurisdiction = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        List<RuleBook.Remark> remarks = new ArrayList<>();
        List<ObjectNode> parts = new ArrayList<>();
        Definitions definitions = new Definitions();
        for (String name : index.parts()) {
            ObjectNode part = read(mapper, folder, name, ObjectNode.class);
            JsonNode defined = part.remove("definitions");
            if (defined != null) {
                definitions.add(defined);
            }
            parts.add(part);
        }
        for (ObjectNode tree : parts) {
            Part part = mapper.treeToValue(definitions.resolve(tree), Part.class);
            for (Map.Entry<String, FactDefinition> fact : part.facts().entrySet()) {
                if (facts.put(fact.getKey(), fact.getValue()) != null) {
                    throw new IOException("two facts are called " + fact.getKey());
                }
            }
            jurisdiction.addAll(part.jurisdiction());
            rules.addAll(part.rules());
            remarks.addAll(part.remarks());
        }
        definitions.check();
        try {
            return new RuleBook(
                    index.source(), index.historyFrom(), index.residual(), facts, jurisdiction, rules, remarks);
        } catch (IllegalArgumentException contradiction) {
            throw new IOException("the rules contradict themselves: " + contradiction.getMessage(), contradiction);
        }
    }

    /** SHA-256 over the files of rules, in their order, small hexadecimal digits. */
    public static String digest(Folder folder) throws IOException {
        MessageDigest digest = Sha256.start();
        Index index = read(mapper(), folder, INDEX, Index.class);
        List<String> names = new ArrayList<>(List.of(INDEX));
        names.addAll(index.parts());
        for (String name : names) {
            try (InputStream in = folder.open(name)) {
                digest.update(in.readAllBytes());
            }
        }
        return Sha256.hex(digest);
    }

    /** The digest of the rules that are shipped with the service. */
    public static String shippedDigest() {
        try {
            return digest(RuleBookFile::openShipped);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped rules cannot be read", e);
        }
    }

    /**
     * Reads a company's policy, of which unknown fields are refused as well.
     *
     * @throws IOException where it is none
     */
    public static CompanyPolicy readPolicy(InputStream in) throws IOException {
        return mapper().readValue(in, CompanyPolicy.class);
    }

    private static <T> T read(ObjectMapper mapper, Folder folder, String name, Class<T> type) throws IOException {
        try (InputStream in = folder.open(name)) {
            return mapper.readValue(in, type);
        }
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }

    /**
     * What {@code index.json} says.
     *
     * @param parts the other files, in the order of review
     */
    record Index(String source, LocalDate historyFrom, RuleBook.Residual residual, List<String> parts) {}

    /** What another file says beside {@link Definitions}; each of the four may be left out. */
    record Part(
            Map<String, FactDefinition> facts,
            List<JurisdictionRule> jurisdiction,
            List<Rule> rules,
            List<RuleBook.Remark> remarks) {
        Part {
            facts = facts == null ? Map.of() : facts;
            jurisdiction = jurisdiction == null ? List.of() : jurisdiction;
            rules = rules == null ? List.of() : rules;
            remarks = remarks == null ? List.of() : remarks;
        }
    }
}
