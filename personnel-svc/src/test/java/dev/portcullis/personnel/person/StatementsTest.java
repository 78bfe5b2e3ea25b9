package dev.portcullis.personnel.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {
    @ParameterizedTest(name = "{0} and {1} disagree: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'citizenships':[{'country':'IN'}]} | {'citizenships':[{'country':'IN'}]} | false",
                "{'citizenships':[{'country':'IN'},{'country':'GB'}]} | {'citizenships':[{'country':'GB'},{'country':'IN'}]} | false",
                "{'citizenships':[{'country':'IN','evidence':'A'}]} | {'citizenships':[{'country':'IN','verifiedBy':'x'}]} | false",
                "{'citizenships':[{'country':'IN'}]} | {'citizenships':[{'country':'IR'}]} | true",
                "{'citizenships':[{'country':'IN'}]} | {'citizenships':[{'country':'IN'},{'country':'IR'}]} | true",
                "{'citizenships':[{'country':'IN'}]} | {'citizenships':[{'country':'IN','lost':'2020-01-01'}]} | true",
                "{'usPersonBasis':'CITIZEN'} | {'usPersonBasis':'NONE'} | true",
                "{'usPersonBasis':'CITIZEN'} | {'employer':'X'} | false",
                "{'usPersonBasis':'NONE'} | {'usPersonBasis':'NONE','citizenships':[{'country':'IN'}]} | false",
                "{'usPersonBasis':'NONE'} | {'usPersonBasis':'NONE','visa':{'class':'H-1B','validUntil':'2027-01-01'}} | true",
                "{'visa':{'class':'H-1B','validUntil':'2027-01-01'}} | {'visa':{'class':'H-1B','validUntil':'2028-01-01'}} | true",
            })
    void sources_disagree_where_one_of_them_must_be_wrong(String one, String other, boolean disagree) {
        ObjectNode statements = Statements.told(none(), "scim", attributes(one));
        assertThat(Statements.disagree(statements)).isFalse();
        statements = Statements.told(statements, "workday", attributes(other));
        assertThat(Statements.disagree(statements)).isEqualTo(disagree);
        assertThat(Statements.disagree(Statements.told(
                        Statements.told(none(), "workday", attributes(other)), "scim", attributes(one))))
                .as("whichever comes first")
                .isEqualTo(disagree);
    }

    @Test
    void a_change_of_the_record_moves_the_statement_that_it_stood_for() {
        ObjectNode before = attributes("{'usPersonBasis':'NONE'}");
        ObjectNode after = attributes("{'usPersonBasis':'CITIZEN'}");
        ObjectNode statements = Statements.told(
                Statements.told(none(), "scim", before), "workday", attributes("{'usPersonBasis':'ASYLEE'}"));
        ObjectNode moved = Statements.moved(statements, before, after);
        assertThat(moved.path("scim").path("usPersonBasis").asText()).isEqualTo("CITIZEN");
        assertThat(moved.path("workday")).isEqualTo(statements.path("workday"));
    }

    @Test
    void who_is_believed_gives_the_record_its_facts_and_nothing_else() {
        ObjectNode record = attributes("{'employer':'X','usPersonBasis':'NONE','citizenships':[{'country':'IN'}]}");
        ObjectNode statement =
                (ObjectNode) Statements.told(none(), "workday", attributes("{'usPersonBasis':'CITIZEN'}"))
                        .path("workday");
        ObjectNode after = Statements.believing(record, statement);
        assertThat(after).isEqualTo(attributes("{'employer':'X','usPersonBasis':'CITIZEN'}"));
    }

    private static ObjectNode none() {
        return new ObjectMapper().createObjectNode();
    }

    private static ObjectNode attributes(String extension) {
        try {
            return (ObjectNode) new ObjectMapper()
                    .readTree(("{'userName':'a','active':true,'" + ExportControlFacts.SCHEMA + "':" + extension + "}")
                            .replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
