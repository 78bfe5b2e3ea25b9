package dev.portcullis.classification.determination;

import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Cryptography;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Die;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.MemoryDevice;
import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.ProcessingUnit;
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
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Random datasheets of all forms, with missing facts, and figures at the thresholds of the rules and one unit beside them. */
public final class AnyDatasheet {
    private static final BigDecimal UNIT = new BigDecimal("0.000001");

    private final Map<String, FactDefinition> facts;
    private final Map<String, TreeSet<BigDecimal>> thresholds = new HashMap<>();
    private final List<String> paragraphs = new ArrayList<>(List.of("EAR99", "0A501.a"));

    public AnyDatasheet(RuleBook rules) {
        facts = new TreeMap<>(rules.facts());
        for (Rule rule : rules.rules()) {
            rule.when().leaves().forEach(this::gather);
            rule.unless().forEach(note -> note.when().leaves().forEach(this::gather));
            if (rule.paragraph() != null) {
                paragraphs.add(rule.paragraph().toString());
            }
        }
    }

    public Arbitrary<Datasheet> arbitrary() {
        return Arbitraries.randomValue(random -> new Draw(random).datasheet());
    }

    private void gather(Criterion leaf) {
        if (leaf instanceof Criterion.Compare compare) {
            thresholds.computeIfAbsent(compare.fact(), fact -> new TreeSet<>()).add(compare.threshold());
        } else if (leaf instanceof Criterion.IsFor isFor) {
            isFor.paragraphs().stream().map(ParagraphRef::toString).forEach(paragraphs::add);
        }
    }

    private final class Draw {
        private final Random random;

        /** How often a fact is left out, and how often a flag is true, in a hundred. */
        private final int gaps;

        private final int trues;

        Draw(Random random) {
            this.random = random;
            this.gaps = List.of(0, 2, 10, 50).get(random.nextInt(4));
            this.trues = List.of(10, 50, 90).get(random.nextInt(3));
        }

        Datasheet datasheet() {
            return switch (random.nextInt(5)) {
                case 0 -> circuit();
                case 1 -> computer(2);
                case 2 -> model();
                case 3 ->
                    new Software(
                            Provenance.DECLARED,
                            null,
                            random.nextBoolean() ? Software.CodeForm.SOURCE_CODE : Software.CodeForm.OBJECT_CODE,
                            flag(),
                            relations(),
                            cryptography(),
                            flag(),
                            characteristics());
                default -> new Technology(Provenance.DECLARED, null, flag(), relations(), flag(), characteristics());
            };
        }

        private <T> @Nullable T maybe(Supplier<T> value) {
            return random.nextInt(100) < gaps ? null : value.get();
        }

        private <T> List<T> several(int most, Supplier<T> value) {
            List<T> list = new ArrayList<>();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                list.add(value.get());
            }
            return list;
        }

        private @Nullable Boolean flag() {
            return maybe(() -> random.nextInt(100) < trues);
        }

        /** At a threshold of the fact, one unit beside it, or anywhere. */
        private BigDecimal figure(String fact, BigDecimal unit) {
            List<BigDecimal> all = List.copyOf(thresholds.getOrDefault(fact, new TreeSet<>()));
            if (all.isEmpty() || random.nextInt(10) == 0) {
                return BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(3));
            }
            BigDecimal beside = unit.multiply(BigDecimal.valueOf(random.nextInt(3) - 1));
            return all.get(random.nextInt(all.size())).add(beside).max(BigDecimal.ZERO);
        }

        private IntegratedCircuit circuit() {
            BigDecimal area = random.nextBoolean() ? new BigDecimal("100") : figure("applicableDieAreaMm2", UNIT);
            BigDecimal tpp = random.nextBoolean()
                    ? figure("totalProcessingPerformance", UNIT)
                    : figure("performanceDensity", UNIT).multiply(area);
            int bits = List.of(1, 4, 8, 16).get(random.nextInt(4));
            BigDecimal tops = tpp.divide(BigDecimal.valueOf(bits));
            BigDecimal die = area.max(UNIT);
            BigDecimal stack = new BigDecimal("50");
            return new IntegratedCircuit(
                    Provenance.DECLARED,
                    null,
                    maybe(() -> several(
                            2,
                            () -> new ProcessingUnit(
                                    "unit",
                                    1,
                                    List.of(new ProcessingUnit.Rate(
                                            tops, bits, random.nextInt(10) == 0 ? flag() : null))))),
                    maybe(() ->
                            several(2, () -> new Die(null, 1, die, random.nextInt(4) == 0 ? flag() : null, flag()))),
                    maybe(() -> figure("aggregateIoGBs", UNIT)),
                    maybe(() -> figure("totalDramBandwidthGBs", UNIT)),
                    flag(),
                    random.nextInt(3) > 0
                            ? null
                            : new MemoryDevice(
                                    maybe(() -> figure("memoryBandwidthDensity", UNIT)
                                            .multiply(stack)),
                                    maybe(() -> stack),
                                    flag()),
                    cryptography(),
                    flag(),
                    characteristics());
        }

        private Computer computer(int levels) {
            return new Computer(
                    Provenance.DECLARED,
                    null,
                    maybe(() -> several(3, () -> component(levels))),
                    flag(),
                    cryptography(),
                    flag(),
                    characteristics());
        }

        private Computer.Component component(int levels) {
            int form = random.nextInt(10);
            int count = 1 + random.nextInt(8);
            return form == 0
                    ? new Computer.Component("part", count, null, null, "itm-1", null)
                    : form < 4 && levels > 0
                            ? new Computer.Component("part", count, null, computer(levels - 1), null, null)
                            : new Computer.Component("part", count, circuit(), null, null, null);
        }

        private Model model() {
            BigDecimal operations = figure("trainingOperations", BigDecimal.ONE);
            return new Model(
                    Provenance.DECLARED,
                    null,
                    maybe(() -> operations),
                    maybe(() -> BigDecimal.valueOf(random.nextInt(1_000_000_000))),
                    maybe(() -> BigDecimal.valueOf(random.nextInt(1_000_000_000))),
                    flag(),
                    random.nextBoolean()
                            ? null
                            : new Model.Derivative(
                                    flag(),
                                    maybe(() -> random.nextBoolean()
                                            ? figure("additionalOperations", BigDecimal.ONE)
                                            : figure("additionalShare", UNIT).multiply(operations))),
                    random.nextBoolean()
                            ? null
                            : new Model.SyntheticData(
                                    maybe(() -> figure("syntheticShare", UNIT)),
                                    flag(),
                                    maybe(() -> figure("countedOperations", BigDecimal.ONE)),
                                    flag(),
                                    maybe(() -> figure("trainingOperations", BigDecimal.ONE))),
                    flag(),
                    flag(),
                    characteristics());
        }

        private @Nullable Cryptography cryptography() {
            return random.nextInt(3) == 0
                    ? null
                    : new Cryptography(
                            flag(),
                            maybe(() ->
                                    figure("symmetricKeyBits", BigDecimal.ONE).intValue()),
                            maybe(() ->
                                    figure("asymmetricKeyBits", BigDecimal.ONE).intValue()),
                            flag(),
                            flag(),
                            flag());
        }

        private @Nullable List<Relation> relations() {
            return maybe(() -> several(
                    3,
                    () -> new Relation(
                            random.nextInt(8) == 0 ? null : paragraphs.get(random.nextInt(paragraphs.size())),
                            "itm-2",
                            purposes())));
        }

        private Set<Relation.Purpose> purposes() {
            Set<Relation.Purpose> purposes = EnumSet.noneOf(Relation.Purpose.class);
            Relation.Purpose[] all = Relation.Purpose.values();
            several(2, () -> all[random.nextInt(all.length)]).forEach(purposes::add);
            purposes.add(all[random.nextInt(all.length)]);
            return purposes;
        }

        private @Nullable Map<String, Characteristic> characteristics() {
            Map<String, Characteristic> said = new HashMap<>();
            facts.forEach((name, fact) -> {
                FactDefinition.Stated stated = fact.stated();
                if (stated == null || random.nextInt(100) < gaps) {
                    return;
                }
                // Now and then in a form that the dictionary does not give it.
                FactDefinition.Form form = random.nextInt(50) == 0 ? FactDefinition.Form.FLAG : stated.as();
                said.put(
                        name,
                        switch (form) {
                            case FIGURE -> Characteristic.of(figure(name, UNIT));
                            case FLAG -> Characteristic.of(random.nextInt(100) < trues);
                            case WORD -> Characteristic.of(word(stated));
                        });
            });
            return random.nextInt(10) == 0 ? null : said;
        }

        private String word(FactDefinition.Stated stated) {
            List<String> words = List.copyOf(new TreeSet<>(stated.words()));
            boolean none = words.contains("NONE") && random.nextInt(100) >= trues;
            return none ? "NONE" : random.nextInt(40) == 0 ? "OTHER" : words.get(random.nextInt(words.size()));
        }
    }
}
