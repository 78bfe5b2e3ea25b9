package dev.portcullis.classification.facts;

import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Cryptography;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Datasheet.Kind;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.rules.RuleBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives from a datasheet the facts that rules ask for, by the formulas of the technical notes. */
public final class Subjects {
    /** Room for what a datasheet usually says. */
    private static final int MOST_FACTS = 64;

    private final RuleBook rules;

    /** What is presumed where a person has excluded the entries of which a datasheet does not speak. */
    private final Map<String, FactValue> presumptions = new HashMap<>();

    /** Derives the facts that some rules ask for. */
    public Subjects(RuleBook rules) {
        this.rules = rules;
        rules.facts().forEach((name, fact) -> {
            Characteristic presumed = fact.unlessSaid();
            if (presumed != null) {
                presumptions.put(name, new FactValue.Presumed(value(presumed, form(presumed))));
            }
        });
    }

    /** What is presumed of a datasheet whose author has excluded the entries of which it does not speak. */
    public Map<String, FactValue> presumptions() {
        return Map.copyOf(presumptions);
    }

    /** A datasheet as the rules see it, components and relations looked up. */
    public Subject of(Datasheet datasheet) {
        return of("", BigDecimal.ONE, datasheet);
    }

    private Subject of(String name, BigDecimal count, Datasheet datasheet) {
        Map<String, FactValue> values = new LinkedHashMap<>(MOST_FACTS);
        stated(values, datasheet);
        values.put("otherEntriesExcluded", FactValue.of(datasheet.otherEntriesExcluded()));
        List<Subject> circuits = List.of();
        List<Relation> relations = List.of();
        if (datasheet instanceof IntegratedCircuit circuit) {
            CircuitFacts.put(values, circuit);
            cryptography(values, circuit.cryptography());
        } else if (datasheet instanceof Computer computer) {
            circuits = circuits(name, count, computer);
            values.put("dataCenter", FactValue.of(computer.dataCenter()));
            CircuitFacts.putAggregate(values, circuits);
            cryptography(values, computer.cryptography());
        } else if (datasheet instanceof Model model) {
            ModelFacts.put(values, model);
        } else if (datasheet instanceof Software software) {
            values.put("codeForm", new FactValue.Word(software.form().name()));
            values.put("published", FactValue.of(software.published()));
            cryptography(values, software.cryptography());
            relations = software.speciallyDesignedFor();
        } else if (datasheet instanceof Technology technology) {
            values.put("published", FactValue.of(technology.published()));
            relations = technology.requiredFor();
        }
        Map<String, FactValue> presumed =
                Boolean.TRUE.equals(datasheet.otherEntriesExcluded()) ? presumptions : Map.of();
        return new Subject(name, count, datasheet.kind(), values, presumed, circuits, relations);
    }

    /** The characteristics, in the form that the dictionary gives them; what it does not know decides nothing. */
    private void stated(Map<String, FactValue> values, Datasheet datasheet) {
        if (datasheet.characteristics() == null) {
            return;
        }
        datasheet.characteristics().forEach((name, characteristic) -> {
            FactDefinition definition = rules.facts().get(name);
            if (definition != null && definition.stated() != null) {
                values.put(name, value(characteristic, definition.stated().as()));
            }
        });
    }

    private static FactDefinition.Form form(Characteristic said) {
        if (said.figure() != null) {
            return FactDefinition.Form.FIGURE;
        }
        return said.flag() != null ? FactDefinition.Form.FLAG : FactDefinition.Form.WORD;
    }

    private static FactValue value(Characteristic said, FactDefinition.Form form) {
        return switch (form) {
            case FIGURE -> FactValue.of(said.figure());
            case FLAG -> FactValue.of(said.flag());
            case WORD -> said.word() == null ? FactValue.MISSING : new FactValue.Word(said.word());
        };
    }

    private static void cryptography(Map<String, FactValue> values, @Nullable Cryptography said) {
        values.put("cryptographyStated", new FactValue.Flag(said != null));
        if (said != null) {
            values.put("dataConfidentiality", FactValue.of(said.dataConfidentiality()));
            values.put("symmetricKeyBits", FactValue.of(said.symmetricKeyBits()));
            values.put("asymmetricKeyBits", FactValue.of(said.asymmetricKeyBits()));
            values.put("excludedByNote4", FactValue.of(said.excludedByNote4()));
            values.put("massMarket", FactValue.of(said.massMarket()));
            values.put("standardAlgorithms", FactValue.of(said.standardAlgorithms()));
        }
    }

    private @Nullable List<Subject> circuits(String path, BigDecimal count, Computer computer) {
        if (computer.components() == null) {
            return null;
        }
        List<Subject> circuits = new ArrayList<>();
        for (Computer.Component component : computer.components()) {
            String name = path.isEmpty() ? component.name() : path + " / " + component.name();
            BigDecimal all = count.multiply(BigDecimal.valueOf(component.count()));
            Datasheet datasheet = component.datasheet();
            if (datasheet instanceof IntegratedCircuit circuit) {
                circuits.add(of(name, all, circuit));
            } else if (datasheet instanceof Computer assembly) {
                List<Subject> inner = circuits(name, all, assembly);
                if (inner == null) {
                    circuits.add(unread(name, all));
                } else {
                    circuits.addAll(inner);
                }
            } else {
                circuits.add(unread(name, all));
            }
        }
        return circuits;
    }

    /** A component of which no datasheet could be read: every figure of it is unknown. */
    private static Subject unread(String name, BigDecimal count) {
        return new Subject(name, count, Kind.INTEGRATED_CIRCUIT, Map.of(), Map.of(), null, null);
    }
}
