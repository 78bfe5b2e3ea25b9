package dev.portcullis.licensing.deemed;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Covering;
import dev.portcullis.contracts.DeterminationState.Situation;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.licensing.license.Coverage;
import dev.portcullis.licensing.license.License;
import dev.portcullis.licensing.license.LicenseCoverage;
import dev.portcullis.licensing.license.Wanted;
import dev.portcullis.licensing.license.Wanted.Exporter;
import dev.portcullis.licensing.measure.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Licenses that name persons, held against a release of one unit to each of them, as the gate would hold them. */
final class PersonLicenses {
    private final List<License> licenses;
    private final LicenseCoverage coverage;
    private final Set<String> named = new LinkedHashSet<>();

    PersonLicenses(List<License> licenses, LicenseCoverage coverage) {
        this.licenses = List.copyOf(licenses);
        this.coverage = coverage;
        licenses.forEach(license -> named.addAll(license.terms().personIds()));
    }

    /** The persons whom any of the licenses names. */
    Set<String> named() {
        return named;
    }

    /**
     * The licenses that cover a release of an item to persons of one situation.
     *
     * @param situationOf the situation in which a person is; null where the person does not work here
     */
    List<Covering> covering(
            Activity activity,
            String itemId,
            Eccn eccn,
            Situation situation,
            @Nullable CountryCode destination,
            LocalDate today,
            Function<String, @Nullable Situation> situationOf) {
        List<Covering> found = new ArrayList<>();
        for (License license : licenses) {
            Map<Integer, List<String>> byLine = new TreeMap<>();
            for (String person : license.terms().personIds()) {
                if (!situation.equals(situationOf.apply(person))) {
                    continue;
                }
                Coverage held = coverage.check(
                        license,
                        new Wanted(
                                activity,
                                itemId,
                                eccn,
                                List.of(),
                                person,
                                destination,
                                Exporter.UNKNOWN,
                                List.of(),
                                BigDecimal.ONE,
                                Units.ONE,
                                null,
                                today));
                Integer line = held.line();
                if (held.covers() && line != null) {
                    byLine.computeIfAbsent(line, any -> new ArrayList<>()).add(person);
                }
            }
            byLine.forEach((line, persons) ->
                    found.add(new Covering(license.id(), license.number(), line, license.validUntil(), persons)));
        }
        return List.copyOf(found);
    }
}
