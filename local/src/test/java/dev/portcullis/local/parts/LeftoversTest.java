package dev.portcullis.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir
    Path folder;

    @Test
    void a_process_that_a_killed_launcher_left_behind_is_ended() {
        ChildProcess child = sleeper();

        assertThat(Leftovers.reap(folder)).containsExactly("sleeper");
        assertThat(ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(folder.resolve("sleeper.pid")).doesNotExist();
    }

    @Test
    void a_process_that_got_the_same_number_later_is_left_alone() throws IOException {
        ChildProcess child = sleeper();
        Files.writeString(folder.resolve("sleeper.pid"), child.pid() + " 2001-01-01T00:00:00Z");

        assertThat(Leftovers.reap(folder)).isEmpty();
        assertThat(child.isAlive()).isTrue();
        child.kill();
    }

    private ChildProcess sleeper() {
        return ChildProcess.start(new ChildProcess.Spec(
                "sleeper", List.of("sleep", "60"), Map.of(), folder, folder.resolve("log"), folder));
    }
}
