package dev.portcullis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
    @TempDir
    Path folder;

    @Test
    void options_stand_in_any_order() throws IOException {
        Path list = Files.createFile(folder.resolve("list.csv"));

        Options options = Options.parse("--native", "--screening-list", list.toString(), "--once");

        assertThat(options).isEqualTo(new Options(true, true, false, list, false));
        assertThat(Options.parse()).isEqualTo(new Options(false, false, false, null, false));
    }

    @Test
    void what_makes_no_sense_is_refused_by_name() {
        assertThatThrownBy(() -> Options.parse("--onec")).hasMessage("Unknown option: --onec");
        assertThatThrownBy(() -> Options.parse("once")).hasMessage("Unknown option: once");
        assertThatThrownBy(() -> Options.parse("--screening-list")).hasMessageContaining("needs a file");
        assertThatThrownBy(() -> Options.parse("--screening-list", folder.toString()))
                .hasMessageContaining("Cannot read the screening list");
        assertThatThrownBy(() -> Options.parse("--once", "--keep")).hasMessageContaining("choose one");
    }

    @Test
    void the_help_names_every_option() {
        assertThat(Options.USAGE).contains("--once", "--native", "--screening-list FILE", "--keep", "--help");
    }
}
