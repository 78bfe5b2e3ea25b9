package dev.portcullis.benchmarks;

import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Cryptography;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Die;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.ProcessingUnit;
import dev.portcullis.classification.datasheet.ProcessingUnit.Rate;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Invented datasheets, the same in every run: of ten, four circuits, two computers of one to three kinds of circuits, two pieces of
 * software, one technology and one model. One fact in twenty is missing.
 */
final class ProductMaster {
    private static final List<String> CONTROLLED =
            List.of("3A090.a", "3A090.b", "4A090.a", "3A991.p", "5A002.a", "EAR99");
    private static final List<String> TOPS = List.of("0.5", "4", "26", "83.2", "165.25", "312", "989.5", "2250");

    private final Random random;

    ProductMaster(long seed) {
        random = new Random(seed);
    }

    Datasheet next() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> circuit();
            case 4, 5 -> computer();
            case 6, 7 ->
                new Software(
                        Provenance.DECLARED,
                        null,
                        random.nextBoolean() ? Software.CodeForm.SOURCE_CODE : Software.CodeForm.OBJECT_CODE,
                        flag(20),
                        relations(),
                        cryptography(),
                        flag(80),
                        Map.of());
            case 8 -> new Technology(Provenance.DECLARED, null, flag(20), relations(), flag(80), Map.of());
            default ->
                new Model(
                        Provenance.DECLARED,
                        null,
                        null,
                        missing()
                                ? null
                                : BigDecimal.valueOf(1 + random.nextInt(2_000)).scaleByPowerOfTen(9),
                        missing()
                                ? null
                                : BigDecimal.valueOf(1 + random.nextInt(40)).scaleByPowerOfTen(12),
                        flag(40),
                        null,
                        null,
                        null,
                        flag(80),
                        null);
        };
    }

    private boolean missing() {
        return random.nextInt(20) == 0;
    }

    @SuppressWarnings("NullAway") // a datasheet leaves out what is not known
    private Boolean flag(int trues) {
        return missing() ? null : random.nextInt(100) < trues;
    }

    private IntegratedCircuit circuit() {
        BigDecimal tops = new BigDecimal(TOPS.get(random.nextInt(TOPS.size())));
        List<Rate> rates = List.of(
                new Rate(tops, 16, false),
                new Rate(tops.add(tops), 8, false),
                new Rate(tops.multiply(BigDecimal.valueOf(4)), 8, true));
        return new IntegratedCircuit(
                Provenance.DECLARED,
                null,
                missing() ? null : List.of(new ProcessingUnit("unit", 1 + random.nextInt(2), rates)),
                missing()
                        ? null
                        : List.of(new Die(null, 1, BigDecimal.valueOf(100 + random.nextInt(700)), true, flag(90))),
                missing() ? null : BigDecimal.valueOf(random.nextInt(1_000)),
                missing() ? null : BigDecimal.valueOf(random.nextInt(5_000)),
                flag(40),
                null,
                cryptography(),
                flag(80),
                null);
    }

    private Computer computer() {
        Map<String, Characteristic> said = new HashMap<>();
        said.put("adjustedPeakPerformance", Characteristic.of(BigDecimal.valueOf(random.nextInt(100))));
        said.put("electronicAssembly", Characteristic.of(random.nextInt(10) == 0));
        said.put("aggregatesComputers", Characteristic.of(false));
        return new Computer(
                Provenance.DECLARED,
                null,
                missing()
                        ? null
                        : random.ints(1 + random.nextInt(3), 1, 9)
                                .mapToObj(count -> new Computer.Component("part", count, circuit(), null, null, null))
                                .toList(),
                flag(40),
                cryptography(),
                flag(80),
                said);
    }

    @SuppressWarnings("NullAway") // a datasheet leaves out what is not known
    private Cryptography cryptography() {
        int bits = List.of(0, 56, 128, 256).get(random.nextInt(4));
        return missing() ? null : new Cryptography(flag(50), bits, 16 * bits, flag(20), flag(50), flag(95));
    }

    private List<Relation> relations() {
        String controlledBy = CONTROLLED.get(random.nextInt(CONTROLLED.size()));
        return random.nextInt(3) > 0
                ? List.of()
                : List.of(new Relation(controlledBy, null, Set.of(Relation.Purpose.DEVELOPMENT, Relation.Purpose.USE)));
    }
}
