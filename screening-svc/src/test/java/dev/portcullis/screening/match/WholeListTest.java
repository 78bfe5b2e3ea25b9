package dev.portcullis.screening.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portcullis.screening.Lists;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole Consolidated Screening List of 2026-07-31; skipped where the file is not at hand. */
class WholeListTest {
    private static ListFile file;
    private static Matcher matcher;

    @BeforeAll
    static void readTheList() throws IOException {
        Optional<Path> path = Lists.wholeList();
        assumeTrue(path.isPresent(), "skipped: shared/data/screening/consolidated-2026-07-31.csv is not at hand");
        long start = System.nanoTime();
        try (InputStream in = Files.newInputStream(path.get())) {
            file = Lists.read(in);
        }
        long read = System.nanoTime();
        matcher = Matcher.of(file.entries(), new NameNormalizer(Lexicon.shipped()), Profile.shipped());
        System.out.printf(
                "whole list: %d entries, %d names; read in %d ms, indexed in %d ms%n",
                file.entries().size(),
                matcher.names(),
                (read - start) / 1_000_000,
                (System.nanoTime() - read) / 1_000_000);
    }

    @Test
    void every_row_is_read() {
        assertThat(file.entries()).hasSize(25_921);
        assertThat(file.quarantine()).isEmpty();
        assertThat(file.counts())
                .containsEntry("SDN", 19_181)
                .containsEntry("EL", 3_420)
                .containsEntry("DPL", 1_596)
                .containsEntry("DTC", 787)
                .containsEntry("SSI", 286)
                .containsEntry("UVL", 222)
                .containsEntry("ISN", 161)
                .containsEntry("PLC", 78)
                .containsEntry("MEU", 70)
                .containsEntry("CMIC", 68)
                .containsEntry("NS-MBS", 51)
                .containsEntry("CAP", 1)
                .hasSize(12);
    }

    /** On all processors: the matcher is safe for that. */
    @Test
    void every_name_and_alias_finds_its_own_entry_at_1() {
        Map<String, List<ListedParty>> byName = new HashMap<>();
        for (ListedParty entry : file.entries()) {
            Lists.names(entry)
                    .forEach(name -> byName.computeIfAbsent(name, unused -> new ArrayList<>())
                            .add(entry));
        }
        long start = System.nanoTime();
        List<String> missed = byName.entrySet().parallelStream()
                .flatMap(named -> {
                    List<Match> hits = matcher.search(named.getKey());
                    return named.getValue().stream()
                            .filter(entry -> !finds(hits, entry))
                            .map(entry -> entry.id() + " " + named.getKey());
                })
                .toList();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "whole list: %d searches in %.1f s, %.0f a second%n", byName.size(), seconds, byName.size() / seconds);
        assertThat(byName).hasSizeGreaterThan(55_000);
        assertThat(missed).isEmpty();
    }

    /** Where more entries than an answer holds share a name, each of those shown must be an exact one. */
    private static boolean finds(List<Match> hits, ListedParty entry) {
        boolean crowded =
                hits.size() == Profile.shipped().hits() && hits.stream().allMatch(Match::isExact);
        return crowded || hits.stream().anyMatch(hit -> hit.entry().equals(entry) && hit.isExact());
    }

    @Test
    void the_index_finds_what_a_scan_of_all_names_finds() {
        Random random = new Random(20261123);
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ListedParty entry = file.entries().get(random.nextInt(file.entries().size()));
            List<String> names = Lists.names(entry);
            queries.add(Distortions.typo(names.get(random.nextInt(names.size())), random));
        }
        AtomicInteger found = new AtomicInteger();
        List<String> lost = queries.parallelStream()
                .flatMap(query -> {
                    List<Match> indexed = matcher.search(query);
                    List<Match> scanned = matcher.scan(Asked.of(query));
                    found.addAndGet(scanned.size());
                    return scanned.stream()
                            .filter(match -> !indexed.contains(match))
                            .map(match -> query + " -> " + match.matchedName() + " " + match.score());
                })
                .toList();
        assertThat(found.get()).isGreaterThan(25);
        assertThat(lost).isEmpty();
    }

    @Test
    void ordinary_companies_do_not_alert() {
        List<String> alerts = new ArrayList<>();
        for (String name : CleanNames.COMPANIES) {
            for (Match match : matcher.search(name)) {
                alerts.add(name + " -> " + match.matchedName() + " " + match.score() + " " + match.parts());
            }
        }
        assertThat(alerts).isEmpty();
    }

    @Test
    void names_that_are_known_to_alert_alert_as_before() {
        CleanNames.KNOWN_ALERTS.forEach((name, expected) -> assertThat(matcher.search(name))
                .as(name)
                .extracting(Match::matchedName)
                .containsExactlyInAnyOrderElementsOf(expected));
    }
}
