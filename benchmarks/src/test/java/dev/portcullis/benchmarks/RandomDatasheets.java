package dev.portcullis.benchmarks;

import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Computer.Component;
import dev.portcullis.classification.datasheet.Cryptography;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Die;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.MemoryDevice;
import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.ProcessingUnit;
import dev.portcullis.classification.datasheet.ProcessingUnit.Rate;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.classification.rules.Criterion;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.classification.rules.RuleBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Datasheets at the edges of the rules: of each fact of the dictionary nothing, or a value that a rule asks for, or one beside it; of each
 * paragraph that a rule names as a target the paragraph, a part of it or its entry.
 */
final class RandomDatasheets {
    private static final BigDecimal UNIT = new BigDecimal("0.000001");

    private final Random random;
    private final RuleBook rules;
    private final Map<String, List<BigDecimal>> thresholds = new HashMap<>();
    private final List<String> targets;
    private final List<String> facts;
    private int density;

    RandomDatasheets(RuleBook rules, long seed) {
        this.rules = rules;
        this.random = new Random(seed);
        Set<String> named = new TreeSet<>(List.of("EAR99", "3A999"));
        leaves(rules).forEach(leaf -> {
            if (leaf instanceof Criterion.Compare compare) {
                thresholds
                        .computeIfAbsent(compare.fact(), fact -> new ArrayList<>())
                        .add(compare.threshold());
            } else if (leaf instanceof Criterion.IsFor isFor) {
                for (ParagraphRef paragraph : isFor.paragraphs()) {
                    named.add(paragraph.toString());
                    named.add(paragraph.eccn().value());
                    named.add(paragraph + ".b");
                }
            }
        });
        targets = List.copyOf(named);
        facts = new TreeMap<>(rules.facts())
                .entrySet().stream()
                        .filter(fact -> fact.getValue().stated() != null)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static Stream<Criterion> leaves(RuleBook rules) {
        return rules.rules().stream()
                .flatMap(rule -> Stream.concat(
                        Stream.of(rule.when()), rule.unless().stream().map(Rule.Exclusion::when)))
                .flatMap(Criterion::leaves);
    }

    Datasheet next() {
        density = List.of(0, 1, 3, 10, 40).get(random.nextInt(5));
        return switch (random.nextInt(5)) {
            case 0 -> circuit();
            case 1 -> computer(2);
            case 2 -> software();
            case 3 -> new Technology(Provenance.DECLARED, null, flag(), relations(), excluded(), characteristics());
            default -> model();
        };
    }

    private Software software() {
        Software.CodeForm form = Software.CodeForm.values()[random.nextInt(2)];
        return new Software(
                Provenance.DECLARED, null, form, flag(), relations(), cryptography(), excluded(), characteristics());
    }

    private Model model() {
        Model.Derivative derivative =
                often() ? new Model.Derivative(flag(), around("additionalOperations", BigDecimal.ONE)) : null;
        Model.SyntheticData data = often()
                ? new Model.SyntheticData(
                        around("syntheticShare", UNIT),
                        flag(),
                        around("trainingOperations", BigDecimal.ONE),
                        flag(),
                        around("trainingOperations", BigDecimal.ONE))
                : null;
        return new Model(
                Provenance.DECLARED,
                null,
                often() ? around("trainingOperations", BigDecimal.ONE) : null,
                often() ? BigDecimal.valueOf(1 + random.nextInt(2_000)).scaleByPowerOfTen(9) : null,
                often() ? BigDecimal.valueOf(1 + random.nextInt(40)).scaleByPowerOfTen(12) : null,
                flag(),
                derivative,
                data,
                flag(),
                excluded(),
                characteristics());
    }

    private Computer computer(int levels) {
        List<Component> components = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int kind = random.nextInt(6);
            boolean deeper = kind == 0 && levels > 0;
            components.add(new Component(
                    "part",
                    1 + random.nextInt(8),
                    deeper || kind == 1 ? null : circuit(),
                    deeper ? computer(levels - 1) : null,
                    kind == 1 ? "unread" : null,
                    null));
        }
        return new Computer(
                Provenance.DECLARED,
                null,
                random.nextInt(12) == 0 ? null : components,
                flag(),
                cryptography(),
                excluded(),
                characteristics());
    }

    private IntegratedCircuit circuit() {
        List<ProcessingUnit> units = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            units.add(unit());
        }
        List<Die> dies = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            dies.add(die());
        }
        MemoryDevice memory = random.nextInt(5) == 0
                ? new MemoryDevice(
                        often() ? beside(BigDecimal.valueOf(200), UNIT) : null,
                        often() ? BigDecimal.valueOf(100) : null,
                        flag())
                : null;
        return new IntegratedCircuit(
                Provenance.DECLARED,
                null,
                random.nextInt(12) == 0 ? null : units,
                random.nextInt(12) == 0 ? null : dies,
                around("aggregateIoGBs", UNIT),
                null,
                flag(),
                memory,
                cryptography(),
                excluded(),
                characteristics());
    }

    /** Half of them at, or one unit beside, 1600, 2400 or 4800 as a whole or by halves. */
    private ProcessingUnit unit() {
        int bits = List.of(1, 4, 8, 16, 32, 128).get(random.nextInt(6));
        List<Rate> rates = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            BigDecimal tpp = BigDecimal.valueOf(
                    List.of(800, 1200, 1600, 2400, 4800, 9600).get(random.nextInt(6)));
            BigDecimal tops = beside(tpp.divide(BigDecimal.valueOf(bits)), UNIT);
            if (random.nextInt(20) == 0) {
                // More decimals than a datasheet may have, and more than fit a long of millionths.
                tops = beside(tops, UNIT.movePointLeft(6));
            } else if (random.nextInt(20) == 0) {
                tops = BigDecimal.valueOf(1_000_000_000);
            }
            rates.add(new Rate(tops, bits, random.nextInt(6) == 0 ? Boolean.TRUE : flag()));
        }
        return new ProcessingUnit("unit", random.nextBoolean() ? null : 1 + random.nextInt(2), rates);
    }

    /** Areas that bring the usual figures to, or one unit beside, a density of 1.6, 3.2 or 5.92. */
    private Die die() {
        BigDecimal area = BigDecimal.valueOf(List.of(1600, 2400, 4800, 9600).get(random.nextInt(4)))
                .divide(
                        new BigDecimal(List.of("1.6", "3.2", "5.92").get(random.nextInt(3))),
                        6,
                        java.math.RoundingMode.HALF_UP);
        Integer count = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : null;
        return new Die(null, count, beside(area, UNIT), flag(), random.nextInt(3) > 0 ? Boolean.TRUE : flag());
    }

    private @Nullable Cryptography cryptography() {
        if (random.nextInt(4) == 0) {
            return null;
        }
        return new Cryptography(
                flag(),
                often() ? List.of(0, 56, 57, 256).get(random.nextInt(4)) : null,
                often() ? List.of(0, 512, 513).get(random.nextInt(3)) : null,
                random.nextInt(3) > 0 ? Boolean.FALSE : flag(),
                flag(),
                flag());
    }

    private @Nullable List<Relation> relations() {
        if (random.nextInt(12) == 0) {
            return null;
        }
        List<Relation> relations = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            EnumSet<Relation.Purpose> purposes = EnumSet.of(
                    Relation.Purpose.values()[random.nextInt(3)], Relation.Purpose.values()[random.nextInt(3)]);
            boolean open = random.nextInt(12) == 0;
            relations.add(new Relation(
                    open ? null : targets.get(random.nextInt(targets.size())), open ? "item" : null, purposes));
        }
        return relations;
    }

    private @Nullable Map<String, Characteristic> characteristics() {
        if (density == 0 && random.nextBoolean()) {
            return null;
        }
        Map<String, Characteristic> said = new HashMap<>();
        for (int i = 0; i < density; i++) {
            String name = facts.get(random.nextInt(facts.size()));
            said.put(name, characteristic(name));
        }
        return said;
    }

    private Characteristic characteristic(String name) {
        FactDefinition.Stated stated = rules.fact(name).stated();
        FactDefinition.Form form = stated == null ? FactDefinition.Form.FLAG : stated.as();
        if (random.nextInt(50) == 0) {
            return Characteristic.of("WORD_OF_NO_RULE");
        }
        if (form == FactDefinition.Form.FLAG || stated == null) {
            return Characteristic.of(random.nextBoolean());
        }
        if (form == FactDefinition.Form.WORD) {
            List<String> words = List.copyOf(new TreeSet<>(stated.words()));
            return Characteristic.of(words.get(random.nextInt(words.size())));
        }
        BigDecimal figure = around(name, UNIT);
        return Characteristic.of(figure == null ? BigDecimal.ZERO : figure);
    }

    /** Nothing, or a threshold that rules hold against a fact, or a unit beside one. */
    private @Nullable BigDecimal around(String fact, BigDecimal unit) {
        List<BigDecimal> some = thresholds.getOrDefault(fact, List.of());
        return some.isEmpty() || !often() ? null : beside(some.get(random.nextInt(some.size())), unit);
    }

    private BigDecimal beside(BigDecimal figure, BigDecimal unit) {
        BigDecimal moved = figure.add(unit.multiply(BigDecimal.valueOf(random.nextInt(3) - 1L)));
        return random.nextBoolean() ? moved : moved.setScale(Math.max(moved.scale(), 0) + random.nextInt(3));
    }

    private boolean often() {
        return random.nextInt(6) > 0;
    }

    private @Nullable Boolean flag() {
        int one = random.nextInt(5);
        return one == 0 ? null : one % 2 == 0;
    }

    private @Nullable Boolean excluded() {
        int one = random.nextInt(8);
        return one == 0 ? null : one > 1;
    }
}
