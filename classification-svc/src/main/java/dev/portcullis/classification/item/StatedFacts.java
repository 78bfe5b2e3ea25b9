package dev.portcullis.classification.item;

import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.platform.problem.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses characteristics that the rules' dictionary does not know, or knows in another form: a misspelt fact must not pass unread. */
final class StatedFacts {
    private StatedFacts() {}

    /**
     * Checks a datasheet and what is written out within it.
     *
     * @param pointer where the datasheet stands in the request
     */
    static void check(Datasheet datasheet, RuleBook rules, String pointer) {
        if (datasheet.characteristics() != null) {
            for (Map.Entry<String, Characteristic> said :
                    datasheet.characteristics().entrySet()) {
                check(said.getValue(), rules.facts().get(said.getKey()), pointer + "/characteristics/" + said.getKey());
            }
        }
        if (datasheet instanceof Computer computer && computer.components() != null) {
            List<Computer.Component> components = computer.components();
            for (int i = 0; i < components.size(); i++) {
                Computer.Component component = components.get(i);
                String at = pointer + "/components/" + i;
                if (component.integratedCircuit() != null) {
                    check(component.integratedCircuit(), rules, at + "/integratedCircuit");
                }
                if (component.computer() != null) {
                    check(component.computer(), rules, at + "/computer");
                }
            }
        }
    }

    private static void check(Characteristic said, @Nullable FactDefinition fact, String pointer) {
        if (fact == null || fact.stated() == null) {
            throw Problems.unprocessable(
                    pointer, "is no characteristic that a rule asks for: GET /v1/facts lists them");
        }
        FactDefinition.Stated stated = fact.stated();
        switch (stated.as()) {
            case FIGURE -> require(said.figure() != null, pointer, "must be a number");
            case FLAG -> require(said.flag() != null, pointer, "must be true or false");
            case WORD ->
                require(
                        said.word() != null && stated.words().contains(said.word()),
                        pointer,
                        "must be one of " + stated.words().stream().sorted().toList());
        }
    }

    private static void require(boolean holds, String pointer, String message) {
        if (!holds) {
            throw Problems.unprocessable(pointer, message);
        }
    }
}
