package dev.portcullis.screening.quality;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes names in Pinyin as Wade and Giles do, by rule and without the lexicon that the matcher uses. */
final class WadeGiles {
    private static final Pattern SYLLABLE = Pattern.compile(
            "(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|a|e|i|o|u)");

    /** What a Chinese name begins with; others can be read as Pinyin by chance. */
    private static final List<String> SURNAMES = List.of(
            ("wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng cao"
                            + " peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong jia xia fu fang zou"
                            + " xiong bai meng qin qiu hou jin shi")
                    .split(" "));

    private WadeGiles() {}

    /** The name, or nothing where it is not a Chinese surname and one more word of one or two syllables. */
    static @Nullable String of(String name) {
        StringBuilder written = new StringBuilder();
        String[] words = name.toLowerCase(Locale.ROOT).replace(",", "").split(" ");
        if (words.length != 2 || !SURNAMES.contains(words[0])) {
            return null;
        }
        for (String word : words) {
            String spelled = word(word);
            if (spelled == null) {
                return null;
            }
            written.append(written.isEmpty() ? "" : " ").append(spelled);
        }
        return written.toString();
    }

    private static @Nullable String word(String word) {
        // The longest first syllable that leaves a syllable or nothing.
        for (int end = word.length(); end > 0; end--) {
            String first = syllable(word.substring(0, end));
            String second = end == word.length() ? "" : syllable(word.substring(end));
            if (first != null && second != null) {
                return second.isEmpty() ? first : first + "-" + second;
            }
        }
        return null;
    }

    private static @Nullable String syllable(String pinyin) {
        Matcher parts = SYLLABLE.matcher(pinyin);
        if (!parts.matches()) {
            return null;
        }
        String initial = parts.group(1);
        String end = parts.group(2);
        if (initial.isEmpty() && !end.matches("a|o|e|ai|ei|ao|ou|an|en|ang|er")) {
            return null;
        }
        String written = switch (initial) {
            case "b" -> "p";
            case "p" -> "p'";
            case "d" -> "t";
            case "t" -> "t'";
            case "g" -> "k";
            case "k" -> "k'";
            case "zh", "j" -> "ch";
            case "ch", "q" -> "ch'";
            case "x" -> "hs";
            case "z" -> "ts";
            case "c" -> "ts'";
            case "r" -> "j";
            default -> initial;
        };
        String rest = end;
        if (end.equals("ong")) {
            rest = "ung";
        } else if (end.equals("ian")) {
            rest = "ien";
        } else if (end.equals("ui") && (initial.equals("g") || initial.equals("k"))) {
            rest = "uei";
        } else if (end.equals("ue")) {
            rest = "ueh";
        } else if (end.equals("iong")) {
            rest = "iung";
        } else if (end.equals("ie")) {
            rest = "ieh";
        } else if (end.equals("uo")
                && !initial.equals("g")
                && !initial.equals("k")
                && !initial.equals("h")
                && !initial.equals("sh")) {
            rest = "o";
        } else if (end.equals("e") && "gkh".contains(initial) && !initial.isEmpty()) {
            rest = "o";
        } else if (end.equals("i")
                && ("zh".equals(initial) || "ch".equals(initial) || "sh".equals(initial) || "r".equals(initial))) {
            rest = "ih";
        } else if (end.equals("i") && ("z".equals(initial) || "c".equals(initial) || "s".equals(initial))) {
            return initial.equals("s") ? "ssu" : written.replace("ts", "tz") + "u";
        } else if (pinyin.equals("yan")) {
            return "yen";
        } else if (pinyin.equals("yi")) {
            return "i";
        } else if (pinyin.equals("ye")) {
            return "yeh";
        } else if (pinyin.equals("you")) {
            return "yu";
        }
        return written + rest;
    }
}
