package dev.portcullis.screening.quality;

import dev.portcullis.screening.list.ListedParty;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ways in which names come distorted. Each gives the name as it might be written, or nothing where it does not apply to a name. */
public enum Distortion {
    /** As it is listed. */
    NONE {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            return name;
        }
    },
    /** A person's words in another order. */
    SWAPPED_ORDER {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            List<String> words = words(name);
            if (type != ListedParty.Type.INDIVIDUAL || words.size() < 2) {
                return null;
            }
            Collections.shuffle(words, random);
            return String.join(" ", words);
        }
    },
    /** One slip in a word of at least six letters; where the name has no other word, of at least eight. */
    ONE_TYPO {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            List<String> words = words(name);
            return typo(words, content(words) > 1 ? 6 : 8, random) ? String.join(" ", words) : null;
        }
    },
    /** Two slips: in two words of at least seven letters, or both in one of at least twelve beside another word. */
    TWO_TYPOS {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            List<String> words = words(name);
            List<Integer> seven = places(words, 7);
            List<Integer> twelve = places(words, 12);
            if (seven.size() >= 2) {
                Collections.shuffle(seven, random);
                slip(words, seven.get(0), random);
                slip(words, seven.get(1), random);
            } else if (!twelve.isEmpty() && content(words) > 1) {
                slip(words, twelve.get(0), random);
                slip(words, twelve.get(0), random);
            } else {
                return null;
            }
            return String.join(" ", words);
        }
    },
    /** A person of three names or more without one that stands neither first nor last. */
    DROPPED_MIDDLE_NAME {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            List<String> words = words(name);
            if (type != ListedParty.Type.INDIVIDUAL || words.size() < 3) {
                return null;
            }
            // Listed as SURNAME, Given Middle: the surname may have several words, so that a middle name is the last of
            // three given ones.
            int comma = words(name.substring(0, Math.max(0, name.indexOf(',')))).size();
            if (words.size() - comma < 2) {
                return null;
            }
            words.remove(words.size() - 1);
            return String.join(" ", words);
        }
    },
    CYRILLIC_ROMANIZATION {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            boolean russian = type == ListedParty.Type.INDIVIDUAL
                    && Pattern.compile("(ov|ev|ova|eva|skiy|skaya|enko|vich|ovna|yevna)\\b", Pattern.CASE_INSENSITIVE)
                            .matcher(name)
                            .find();
            return russian ? rewrite(name, ROMANIZATIONS_OF_CYRILLIC, 2, random) : null;
        }
    },
    ARABIC_ROMANIZATION {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            boolean arabic = type == ListedParty.Type.INDIVIDUAL
                    && Pattern.compile(
                                    "\\b(al|abd|abu|mohamm?[ae]d|muhammad|ahmed|ahmad|hassan|hasan|hussein|husayn|ali|mahmoud|mahmud)\\b",
                                    Pattern.CASE_INSENSITIVE)
                            .matcher(name)
                            .find();
            return arabic ? rewrite(name, ROMANIZATIONS_OF_ARABIC, 2, random) : null;
        }
    },
    /** Wade and Giles' romanization of a name in Pinyin. */
    CHINESE_ROMANIZATION {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            boolean twoWords =
                    type == ListedParty.Type.INDIVIDUAL && words(name).size() == 2;
            return twoWords ? WadeGiles.of(name) : null;
        }
    },
    KOREAN_ROMANIZATION {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            boolean korean = type == ListedParty.Type.INDIVIDUAL
                    && words(name).size() == 3
                    && name.toLowerCase(Locale.ROOT)
                            .matches(
                                    "(kim|ri|lee|pak|park|choe|choi|jong|jung|kang|jo|cho|yun|jang|chang|han|o|so|paek|kwon|sin|an),? .*");
            return korean ? rewrite(name, ROMANIZATIONS_OF_KOREAN, 2, random) : null;
        }
    },
    JAPANESE_ROMANIZATION {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            boolean japanese = type == ListedParty.Type.INDIVIDUAL
                    && words(name).size() == 2
                    && words(name).stream()
                            .allMatch(word -> word.toLowerCase(Locale.ROOT)
                                    .matches("(?:(?:[kgsztdnhbpmyrwjf]|ch|sh|ts|[kgnhbpmr]y)?[aeiou]|n){2,}"));
            // What has two vowels that Japanese does not put side by side is Chinese.
            japanese &= WadeGiles.of(name) == null;
            japanese &= !name.toLowerCase(Locale.ROOT).matches(".*(ia|iu|ua|uo|ei|ao|ou|ai).*");
            return japanese ? rewrite(name, ROMANIZATIONS_OF_JAPANESE, 2, random) : null;
        }
    },
    MISSING_LEGAL_FORM {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            Matcher form = FORM.matcher(name);
            return type == ListedParty.Type.ENTITY && form.find() && words(name).size() > 2
                    ? form.replaceFirst("").trim()
                    : null;
        }
    },
    TRANSLATED_LEGAL_FORM {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            Matcher form = FORM.matcher(name);
            if (type != ListedParty.Type.ENTITY || !form.find()) {
                return null;
            }
            String found = form.group().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            boolean shares = List.of("jsc", "ojsc", "cjsc", "pjsc", "sa", "inc", "corp", "corporation")
                    .contains(found);
            String[] others = shares
                    ? new String[] {"AO", "JSC", "Joint Stock Company"}
                    : new String[] {"OOO", "GmbH", "Ltd", "Limited"};
            String bare = form.replaceFirst("").trim();
            return bare.isEmpty() ? null : bare + " " + others[random.nextInt(others.length)];
        }
    },
    JOINED_WORDS {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            List<String> words = words(name);
            if (content(words) < 3) {
                return null;
            }
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i + 1 < words.size(); i++) {
                if (words.get(i).length() > 3
                        && words.get(i + 1).length() > 3
                        && !isForm(words.get(i))
                        && !isForm(words.get(i + 1))) {
                    places.add(i);
                }
            }
            if (places.isEmpty()) {
                return null;
            }
            int at = places.get(random.nextInt(places.size()));
            words.set(at, words.get(at) + words.remove(at + 1));
            return String.join(" ", words);
        }
    },
    SPLIT_WORDS {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            List<String> words = words(name);
            List<Integer> places = places(words, 7);
            if (places.isEmpty() || content(words) < 2) {
                return null;
            }
            int at = places.get(random.nextInt(places.size()));
            String word = words.get(at);
            int cut = 3 + random.nextInt(word.length() - 5);
            words.set(at, word.substring(0, cut));
            words.add(at + 1, word.substring(cut));
            return String.join(" ", words);
        }
    },
    PUNCTUATION {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            String[] between = {" - ", ", ", " / ", "_", "  ", " & ", "-"};
            return "\"" + String.join(between[random.nextInt(between.length)], words(name)) + ".\"";
        }
    },
    DIACRITICS {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            String marked = name.chars()
                    .mapToObj(c -> {
                        int at = "aeioucsznAEIOUCSZN".indexOf(c);
                        return at >= 0 && random.nextInt(3) == 0 ? "" + "áêïöüçšžñÁÊÏÖÜÇŠŽÑ".charAt(at) : "" + (char) c;
                    })
                    .collect(java.util.stream.Collectors.joining());
            return random.nextBoolean() ? marked : Normalizer.normalize(marked, Normalizer.Form.NFD);
        }
    },
    /** Letters of another script that look the same, and characters that nobody sees. */
    HOMOGLYPHS {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            StringBuilder twin = new StringBuilder();
            boolean changed = false;
            for (int i = 0; i < name.length(); i++) {
                int at = "aeopcxyABEHKMOPCTX".indexOf(name.charAt(i));
                // A word needs a letter that has no twin: one that is all Cyrillic is a Cyrillic word.
                boolean twinned = at >= 0 && random.nextInt(2) == 0;
                twin.append(twinned ? "аеорсхуАВЕНКМОРСТХ".charAt(at) : name.charAt(i));
                changed |= twinned;
                if (random.nextInt(12) == 0) {
                    twin.append('\u200b');
                }
            }
            boolean mixed = Arrays.stream(twin.toString().split("[\\s,.-]+"))
                    .allMatch(word -> word.isEmpty() || word.matches(".*[A-Za-z0-9].*"));
            return changed && mixed ? twin.toString() : null;
        }
    },
    CASE {
        @Override
        public @Nullable String of(String name, ListedParty.Type type, Random random) {
            return random.nextBoolean() ? name.toLowerCase(Locale.ROOT) : name.toUpperCase(Locale.ROOT);
        }
    };

    private static final Pattern FORM = Pattern.compile(
            "[,\\s]+\\(?(ltd|llc|l\\.l\\.c|limited|inc|corp|corporation|gmbh|ooo|jsc|ojsc|cjsc|pjsc|s\\.a|sarl|bv|b\\.v|co\\.?,? ltd|fze|s\\.r\\.l|plc)\\.?\\)?$",
            Pattern.CASE_INSENSITIVE);

    private static final String[][] ROMANIZATIONS_OF_CYRILLIC = {
        {"iy\\b", "y"},
        {"iy\\b", "i"},
        {"iy\\b", "ii"},
        {"ey\\b", "ei"},
        {"yev", "ev"},
        {"yu", "iu"},
        {"ya", "ia"},
        {"kh", "h"},
        {"zh", "j"},
        {"ks", "x"},
        {"shch", "sch"},
        {"ts", "tz"},
        {"ay", "ai"},
        {"oy", "oi"},
        {"ov\\b", "off"},
        {"ev\\b", "eff"},
        {"eyev", "eev"},
        {"yo", "e"},
        {"y\\b", "iy"},
        {"v\\b", "w"},
        {"ye", "e"}
    };

    private static final String[][] ROMANIZATIONS_OF_ARABIC = {
        {"\\bal[- ]", "el-"},
        {"\\bal-", "al "},
        {"moh?amm?[ae]d", "muhammad"},
        {"muhammad", "mohammed"},
        {"ou", "u"},
        {"oo", "u"},
        {"ee", "i"},
        {"aa", "a"},
        {"q", "k"},
        {"dh", "d"},
        {"ah\\b", "a"},
        {"ss", "s"},
        {"hussein", "husayn"},
        {"husayn", "hussain"},
        {"ahmad", "ahmed"},
        {"ahmed", "ahmad"},
        {"ay", "ai"},
        {"aw", "au"},
        {"i\\b", "y"},
        {"youssef", "yusuf"},
        {"yusuf", "yousef"},
        {"mahmud", "mahmoud"},
        {"'", ""},
        {"(?<=\\w\\w)e", "i"},
        {"(?<=\\w)u", "o"}
    };

    private static final String[][] ROMANIZATIONS_OF_KOREAN = {
        {"\\bri\\b", "lee"},
        {"\\blee\\b", "yi"},
        {"\\bpak\\b", "park"},
        {"\\bpark\\b", "bak"},
        {"\\bchoe\\b", "choi"},
        {"\\bchoi\\b", "choe"},
        {"\\bkim\\b", "gim"},
        {"\\bjong\\b", "jeong"},
        {"\\bjung\\b", "jeong"},
        {"chol\\b", "cheol"},
        {"yong\\b", "yeong"},
        {"young", "yeong"},
        {"song\\b", "seong"},
        {"\\bun\\b", "eun"},
        {"hyon", "hyeon"},
        {"hyun", "hyeon"},
        {"\\bsok", "seok"},
        {"myong", "myeong"},
        {"\\bsu\\b", "soo"},
        {"soo", "su"},
        {"\\bu", "woo"},
        {"jun", "joon"},
        {"chang", "jang"},
        {"kuk", "guk"},
        {"kwang", "gwang"},
        {"\\bjo\\b", "cho"},
        {"\\bcho\\b", "jo"},
        {"il\\b", "yil"},
        {"\\byun\\b", "yoon"}
    };

    private static final String[][] ROMANIZATIONS_OF_JAPANESE = {
        {"shi", "si"},
        {"chi", "ti"},
        {"tsu", "tu"},
        {"fu", "hu"},
        {"ji", "zi"},
        {"sho", "syo"},
        {"ou\\b", "o"},
        {"(?<!o)o\\b", "oh"},
        {"ko\\b", "kou"},
        {"sato\\b", "satou"},
        {"ito\\b", "itou"},
        {"yuu?", "yuu"}
    };

    /** The name distorted, or nothing where this does not apply to it. */
    public abstract @Nullable String of(String name, ListedParty.Type type, Random random);

    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("[\\s,;()\"]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** How many words the name has that are neither a legal form nor a letter. */
    private static long content(List<String> words) {
        return words.stream().filter(word -> word.length() > 1 && !isForm(word)).count();
    }

    private static boolean isForm(String word) {
        return FORM.matcher(" " + word).matches()
                || List.of(
                                "CO",
                                "COMPANY",
                                "LIABILITY",
                                "JOINT",
                                "STOCK",
                                "PTE",
                                "SPA",
                                "DMCC",
                                "DOO",
                                "SA",
                                "LTDA",
                                "KOMPANIYA",
                                "PRIVATE",
                                "OPEN",
                                "SDN",
                                "BHD",
                                "OBSHCHESTVO",
                                "OTVETSTVENNOSTIU",
                                "OTVETSTVENNOSTYU",
                                "OGRANICHENNOI",
                                "AKTSIONERNOE",
                                "COMPANIA",
                                "CORPORATIVO",
                                "ANONIM",
                                "SIRKETI")
                        .contains(word.toUpperCase(Locale.ROOT).replace(".", ""));
    }

    private static List<Integer> places(List<String> words, int letters) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).matches("\\p{L}{" + letters + ",}") && !isForm(words.get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    private static boolean typo(List<String> words, int letters, Random random) {
        List<Integer> places = places(words, letters);
        if (places.isEmpty()) {
            return false;
        }
        slip(words, places.get(random.nextInt(places.size())), random);
        return true;
    }

    /** One letter dropped, doubled, replaced or swapped with its neighbor; never the first. */
    private static void slip(List<String> words, int place, Random random) {
        StringBuilder word = new StringBuilder(words.get(place));
        int at = 1 + random.nextInt(word.length() - 2);
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
        words.set(place, word.toString());
    }

    /** The name with some of the rules applied that change it. */
    private static @Nullable String rewrite(String name, String[][] rules, int most, Random random) {
        List<String[]> order = new ArrayList<>(List.of(rules));
        Collections.shuffle(order, random);
        String before = name.toLowerCase(Locale.ROOT);
        String written = before;
        int applied = 0;
        for (String[] rule : order) {
            String next = Pattern.compile(rule[0]).matcher(written).replaceFirst(rule[1]);
            if (!next.equals(written) && applied < most) {
                written = next;
                applied++;
            }
        }
        return applied == 0 ? null : written;
    }
}
