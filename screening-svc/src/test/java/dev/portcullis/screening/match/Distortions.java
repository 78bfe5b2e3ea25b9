package dev.portcullis.screening.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Names as people write them wrong. */
final class Distortions {
    private Distortions() {}

    /** One letter of the longest word dropped, doubled, replaced or swapped with its neighbor. */
    static String typo(String name, Random random) {
        String longest = Arrays.stream(name.split("[^\\p{L}]+"))
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse("");
        if (longest.length() < 5) {
            return name;
        }
        int at = 1 + random.nextInt(longest.length() - 2);
        StringBuilder word = new StringBuilder(longest);
        switch (random.nextInt(4)) {
            case 0 -> word.deleteCharAt(at);
            case 1 -> word.insert(at, word.charAt(at));
            case 2 -> word.setCharAt(at, (char) ('a' + random.nextInt(26)));
            default -> {
                char moved = word.charAt(at);
                word.deleteCharAt(at);
                word.insert(at + 1, moved);
            }
        }
        return name.replace(longest, word);
    }

    static String reordered(String name, Random random) {
        List<String> words = new ArrayList<>(List.of(name.trim().split("\\s+")));
        Collections.shuffle(words, random);
        return String.join(" ", words);
    }
}
