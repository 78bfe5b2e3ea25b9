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
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Derives from a datasheet the facts that rules ask for, by the formulas of the technical notes. */
public final class Subjects {
    private final RuleBook rules;

    /** What is presumed where a person has excluded the entries of which a datasheet does not speak. */
    private final Map<String, FactValue> presumptions = new HashMap<>();

    /** Those of them that hold without that. */
    private final Map<String, FactValue> standing = new HashMap<>();

    /** Derives the facts that some rules ask for. */
    public Subjects(RuleBook rules) {
        this.rules = rules;
        rules.facts().forEach((name, fact) -> {
            Characteristic presumed = fact.unlessSaid();
            if (presumed != null) {
                FactValue value = new FactValue.Presumed(FactMap.value(form(presumed), presumed));
                presumptions.put(name, value);
                if (fact.standing()) {
                    standing.put(name, value);
                }
            }
        });
    }

    /** What is presumed of a datasheet whose author has excluded the entries of which it does not speak. */
    public Map<String, FactValue> presumptions() {
        return Map.copyOf(presumptions);
    }

    /** What is presumed of a datasheet that does not speak of it, whatever its author excluded. */
    public Map<String, FactValue> standing() {
        return Map.copyOf(standing);
    }

    /** A datasheet as the rules see it, components and relations looked up. */
    public Subject of(Datasheet datasheet) {
        return of("", BigDecimal.ONE, datasheet);
    }

    /** Hands over a fact that follows from fields of a datasheet's own; nothing where its form has no such fact. */
    public void derive(Reading reading, OwnFact fact, FactSink facts) {
        Datasheet datasheet = reading.datasheet();
        if (fact == OwnFact.OTHER_ENTRIES_EXCLUDED) {
            facts.flag(fact, datasheet.otherEntriesExcluded());
        } else if (datasheet instanceof IntegratedCircuit circuit) {
            if (fact.isOfCryptography()) {
                cryptography(facts, fact, circuit.cryptography());
            } else {
                CircuitFacts.put(facts, fact, circuit, reading);
            }
        } else if (datasheet instanceof Computer computer) {
            computer(facts, fact, computer);
        } else if (datasheet instanceof Model model) {
            ModelFacts.put(facts, fact, model);
        } else if (datasheet instanceof Software software) {
            software(facts, fact, software);
        } else if (datasheet instanceof Technology technology && fact == OwnFact.PUBLISHED) {
            facts.flag(fact, technology.published());
        }
    }

    /** The characteristics, in the form that the dictionary gives them; what it does not know decides nothing. */
    public void stated(Datasheet datasheet, FactSink facts) {
        Map<String, Characteristic> characteristics = datasheet.characteristics();
        if (characteristics == null || characteristics.isEmpty()) {
            return;
        }
        characteristics.forEach((name, said) -> {
            FactDefinition definition = rules.facts().get(name);
            if (definition != null && definition.stated() != null) {
                facts.stated(name, definition.stated().as(), said);
            }
        });
    }

    private void computer(FactSink facts, OwnFact fact, Computer computer) {
        if (fact == OwnFact.DATA_CENTER) {
            facts.flag(fact, computer.dataCenter());
        } else if (fact == OwnFact.TPP || fact == OwnFact.DRAM) {
            CircuitFacts.putAggregate(facts, fact, circuits("", BigDecimal.ONE, computer));
        } else if (fact.isOfCryptography()) {
            cryptography(facts, fact, computer.cryptography());
        }
    }

    private static void software(FactSink facts, OwnFact fact, Software software) {
        if (fact == OwnFact.CODE_FORM) {
            facts.word(fact, software.form().name());
        } else if (fact == OwnFact.PUBLISHED) {
            facts.flag(fact, software.published());
        } else if (fact.isOfCryptography()) {
            cryptography(facts, fact, software.cryptography());
        }
    }

    /**
     * Hands over each circuit that a computer contains, however deep; null for a component of which no datasheet could be read.
     *
     * @return whether the datasheet says what it contains
     */
    public static boolean eachCircuit(Computer computer, Consumer<@Nullable IntegratedCircuit> each) {
        List<Computer.Component> components = computer.components();
        if (components == null) {
            return false;
        }
        for (int i = 0; i < components.size(); i++) {
            Computer.Component component = components.get(i);
            Computer assembly = component.computer();
            if (assembly == null) {
                each.accept(component.integratedCircuit());
            } else if (!eachCircuit(assembly, each)) {
                each.accept(null);
            }
        }
        return true;
    }

    private Subject of(String name, BigDecimal count, Datasheet datasheet) {
        List<Subject> circuits = List.of();
        List<Relation> relations = List.of();
        if (datasheet instanceof Computer computer) {
            circuits = circuits(name, count, computer);
        } else if (datasheet instanceof Software software) {
            relations = software.speciallyDesignedFor();
        } else if (datasheet instanceof Technology technology) {
            relations = technology.requiredFor();
        }
        FactMap facts = new FactMap();
        stated(datasheet, facts);
        Reading reading = new Reading(datasheet);
        for (OwnFact fact : OwnFact.values()) {
            derive(reading, fact, facts);
        }
        Map<String, FactValue> presumed =
                Boolean.TRUE.equals(datasheet.otherEntriesExcluded()) ? presumptions : standing;
        return new Subject(name, count, datasheet.kind(), facts.values(), presumed, circuits, relations);
    }

    private static FactDefinition.Form form(Characteristic said) {
        if (said.figure() != null) {
            return FactDefinition.Form.FIGURE;
        }
        return said.flag() != null ? FactDefinition.Form.FLAG : FactDefinition.Form.WORD;
    }

    private static void cryptography(FactSink facts, OwnFact fact, @Nullable Cryptography said) {
        if (fact == OwnFact.CRYPTOGRAPHY_STATED) {
            facts.flag(fact, said != null);
        } else if (said != null) {
            switch (fact) {
                case DATA_CONFIDENTIALITY -> facts.flag(fact, said.dataConfidentiality());
                case SYMMETRIC_KEY_BITS -> facts.count(fact, said.symmetricKeyBits());
                case ASYMMETRIC_KEY_BITS -> facts.count(fact, said.asymmetricKeyBits());
                case EXCLUDED_BY_NOTE_4 -> facts.flag(fact, said.excludedByNote4());
                case MASS_MARKET -> facts.flag(fact, said.massMarket());
                case STANDARD_ALGORITHMS -> facts.flag(fact, said.standardAlgorithms());
                default -> {
                    // Not of cryptography.
                }
            }
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
    private Subject unread(String name, BigDecimal count) {
        return new Subject(name, count, Kind.INTEGRATED_CIRCUIT, Map.of(), standing, null, null);
    }
}
