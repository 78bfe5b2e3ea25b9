package dev.portcullis.classification.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * ONNX: a ModelProto in the wire format of protocol buffers (onnx.proto). Constants of the graph, of its subgraphs and of its nodes
 * are counted by their dimensions; their values are jumped over. Of functions the nodes are read too.
 */
final class OnnxReader {
    private static final int DEEPEST_GRAPH = 8;
    private static final int LONGEST_WORD = 1024;
    private static final int MOST_OPERATORS = 512;
    private static final int OPERATORS_SHOWN = 24;

    private final MeteredSource source;
    private final Tally tally;
    private final Details details;
    private final Findings findings;
    private final ByteCursor cursor;
    private final ProtobufReader proto;
    private final Map<String, Long> operators = new TreeMap<>();
    private final List<String> opsets = new ArrayList<>();
    private long irVersion = -1;
    private boolean hasGraph;
    private boolean external;

    OnnxReader(MeteredSource source, Tally tally, Details details, Findings findings) {
        this.source = source;
        this.tally = tally;
        this.details = details;
        this.findings = findings;
        this.cursor = new ByteCursor(source, 0, source.size());
        this.proto = new ProtobufReader(cursor);
    }

    Header read() throws IOException {
        proto.fields(this::model);
        if (irVersion <= 0 || !hasGraph) {
            throw ModelFileException.malformed(
                    "it has no %s, so it is no ONNX model", hasGraph ? "ir_version" : "graph");
        }
        if (!opsets.isEmpty()) {
            details.put("opsets", String.join(", ", opsets));
        }
        describeOperators();
        if (external) {
            findings.note(
                    "EXTERNAL_DATA",
                    "Weights of " + Printable.of(source.name())
                            + " lie in files of their own. They were counted by the dimensions that the graph gives; those"
                            + " files were not looked at.");
        }
        return new Header(
                Long.toString(irVersion),
                cursor.digest(),
                "all bytes of the file in order, without the fields of 512 bytes and more that were passed over");
    }

    private void model(int field) throws IOException {
        switch (field) {
            case 1 -> irVersion = proto.number();
            case 2 -> details.put("producer", proto.text(LONGEST_WORD, "the producer"));
            case 3 -> details.put("producer.version", proto.text(LONGEST_WORD, "the producer's version"));
            case 7 -> {
                hasGraph = true;
                proto.message(each -> graph(each, 1));
            }
            case 8 -> {
                Opset opset = new Opset();
                proto.message(opset);
                if (opsets.size() < OPERATORS_SHOWN) {
                    opsets.add((opset.domain.isEmpty() ? "ai.onnx" : Printable.of(opset.domain)) + " " + opset.version);
                }
            }
            case 25 ->
                proto.message(each -> {
                    if (each == 7) {
                        proto.message(inner -> node(inner, 1));
                    } else {
                        proto.skip();
                    }
                });
            default -> proto.skip();
        }
    }

    private final class Opset implements ProtobufReader.Fields {
        private String domain = "";
        private long version;

        @Override
        public void field(int field) throws IOException {
            switch (field) {
                case 1 -> domain = proto.text(LONGEST_WORD, "the domain of operators");
                case 2 -> version = proto.number();
                default -> proto.skip();
            }
        }
    }

    private void graph(int field, int depth) throws IOException {
        if (depth > DEEPEST_GRAPH) {
            throw ModelFileException.passesLimit("its graphs nest more than %d deep", DEEPEST_GRAPH);
        }
        switch (field) {
            case 1 -> proto.message(each -> node(each, depth));
            case 5 -> tensor();
            case 15 -> sparse();
            default -> proto.skip();
        }
    }

    private void node(int field, int depth) throws IOException {
        if (field == 4) {
            String operator = proto.text(LONGEST_WORD, "the type of a node");
            if (operators.size() < MOST_OPERATORS || operators.containsKey(operator)) {
                operators.merge(operator, 1L, Long::sum);
            }
        } else if (field == 5) {
            proto.message(each -> attribute(each, depth));
        } else {
            proto.skip();
        }
    }

    private void attribute(int field, int depth) throws IOException {
        switch (field) {
            case 5, 10 -> tensor();
            case 6, 11 -> proto.message(each -> graph(each, depth + 1));
            case 22, 23 -> sparse();
            default -> proto.skip();
        }
    }

    /** Its values are counted; its indices say where they stand and are no parameters. */
    private void sparse() throws IOException {
        proto.message(field -> {
            if (field == 1) {
                tensor();
            } else {
                proto.skip();
            }
        });
    }

    private void tensor() throws IOException {
        Tensor tensor = new Tensor();
        proto.message(tensor);
        tensor.count();
    }

    private final class Tensor implements ProtobufReader.Fields {
        private final long[] shape = new long[Limits.MOST_DIMENSIONS];
        private int dimensions;
        private long type;
        private String name = "";
        private long raw = -1;
        private long floats;
        private boolean elsewhere;
        private long stated = -1;

        @Override
        public void field(int field) throws IOException {
            switch (field) {
                case 1 -> proto.numbers(this::dimension);
                case 2 -> type = proto.number();
                case 4, 10 -> floats += proto.is(ProtobufReader.LENGTH) ? proto.skip() : single(field);
                case 8 -> name = proto.text(Limits.LONGEST_NAME, "the name of a tensor");
                case 9 -> raw = proto.skip();
                case 13 -> external();
                case 14 -> elsewhere = proto.number() == 1;
                default -> proto.skip();
            }
        }

        private long single(int field) throws IOException {
            proto.skip();
            return field == 4 ? 4 : 8;
        }

        private void dimension(long size) throws ModelFileException {
            if (dimensions == shape.length) {
                throw ModelFileException.passesLimit("tensor %s has more than %d dimensions", name, shape.length);
            }
            shape[dimensions++] = size;
        }

        private void external() throws IOException {
            String[] entry = {"", ""};
            proto.message(field -> {
                if (field == 1 || field == 2) {
                    entry[field - 1] = proto.text(Limits.LONGEST_NAME, "where values lie");
                } else {
                    proto.skip();
                }
            });
            if (entry[0].equals("length") && entry[1].matches("[0-9]{1,18}")) {
                stated = Long.parseLong(entry[1]);
            } else if (entry[0].equals("location") && leavesFolder(entry[1])) {
                findings.danger(
                        "EXTERNAL_DATA_OUTSIDE",
                        "Values are said to lie in " + Printable.of(entry[1])
                                + ", outside the model's folder: a careless loader would read that file.");
            }
        }

        private void count() throws ModelFileException {
            long elements = Sizes.elements(shape, dimensions, name);
            ElementType of = OnnxTypes.of(type, name);
            long bytes = OnnxTypes.bytes(of, elements, name);
            boolean sized = of.blockBytes() > 0;
            if (elsewhere) {
                external = true;
                if (sized && stated >= 0 && stated != bytes) {
                    throw wrongSize(elements, of, stated);
                }
            } else if (sized && raw >= 0 && raw != bytes) {
                throw wrongSize(elements, of, raw);
            } else if (raw < 0 && floats > 0 && of.group() == ElementType.Group.FLOATING && floats != bytes) {
                throw wrongSize(elements, of, floats);
            }
            tally.add(name, of, elements);
        }

        private ModelFileException wrongSize(long elements, ElementType of, long bytes) {
            return ModelFileException.malformed(
                    "tensor %s has %d bytes, which is not the size of %d elements of type %s",
                    name, bytes, elements, of.name());
        }
    }

    private static boolean leavesFolder(String location) {
        String path = location.replace('\\', '/');
        return path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || path.equals("..")
                || path.startsWith("../")
                || path.contains("/../")
                || path.endsWith("/..");
    }

    private void describeOperators() {
        StringBuilder text = new StringBuilder();
        operators.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(OPERATORS_SHOWN)
                .forEach(entry -> text.append(text.length() == 0 ? "" : ", ")
                        .append(String.format(
                                Locale.ROOT, "%s %d", Printable.of(entry.getKey(), 40), entry.getValue())));
        details.put("operators", text.toString());
    }
}
