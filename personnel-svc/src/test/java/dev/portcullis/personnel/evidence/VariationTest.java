package dev.portcullis.personnel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.personnel.evidence.Variation.Asked;
import dev.portcullis.personnel.evidence.Variation.Group;
import dev.portcullis.personnel.evidence.Variation.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariationTest {
    private static final String ALL = "us-person,countries";

    @Test
    void questions_that_are_the_same_for_all_do_not_vary() {
        List<Asked> asked = new ArrayList<>();
        add(asked, "US_PERSON", 20, ALL);
        add(asked, "IN", 10, ALL);
        Role role = Variation.report(asked).get(0);
        assertThat(role.varies()).isFalse();
        assertThat(role.persons()).isEqualTo(30);
        assertThat(role.groups()).containsExactly(new Group("IN", 10, 1, 2.0), new Group("US_PERSON", 20, 1, 2.0));
        assertThat(Variation.text(List.of(role))).contains("the questions did not vary");
    }

    @Test
    void one_person_who_was_asked_more_shows() {
        List<Asked> asked = new ArrayList<>();
        add(asked, "US_PERSON", 20, ALL);
        add(asked, "IN", 9, ALL);
        add(asked, "IN", 1, ALL + ",passport");
        Role role = Variation.report(asked).get(0);
        assertThat(role.varies()).isTrue();
        assertThat(role.groups().get(0).questionSets()).isEqualTo(2);
        assertThat(Variation.text(List.of(role))).contains("VARIED");
    }

    @Test
    void nobodys_nationality_can_be_read_off_or_worked_out() {
        List<Asked> asked = new ArrayList<>();
        add(asked, "US_PERSON", 20, ALL);
        add(asked, "IN", 10, ALL);
        add(asked, "TV", 4, ALL);
        Role role = Variation.report(asked).get(0);
        assertThat(role.groups()).extracting(Group::nationality).containsExactly("US_PERSON");
        assertThat(role.withheld()).isEqualTo(2);
        add(asked, "KP", 1, ALL);
        Role two = Variation.report(asked).get(0);
        assertThat(two.groups()).extracting(Group::nationality).containsExactly("IN", "US_PERSON");
        assertThat(two.withheld()).isEqualTo(2);
        assertThat(Variation.text(List.of(two))).doesNotContain("KP", "TV");
    }

    @Test
    void each_role_asks_questions_that_there_are_and_none_asks_for_a_document() {
        QuestionSets sets = QuestionSets.shipped();
        assertThat(sets.of("controlled-technology").orElseThrow()).isNotEmpty();
        assertThat(sets.of("somebody-from-there")).isEmpty();
        assertThat(sets.texts().values())
                .noneMatch(text -> text.toLowerCase(java.util.Locale.ROOT).contains("passport"));
    }

    private static void add(List<Asked> asked, String group, int count, String questions) {
        for (int i = 0; i < count; i++) {
            asked.add(new Asked("per-" + asked.size(), "controlled-technology", "1", questions, group));
        }
    }
}
