package dev.portcullis.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The classes of a packaged service as an earlier run parsed them, from which its JVM starts about a third sooner (JEP 350). A
 * build takes the archive away together with the jars that it was made of, and the JVM itself refuses one that is not of its own
 * version or of these jars: it then starts without.
 */
public final class ClassArchive {
    private static final String FILE = "classes-" + Runtime.version() + ".jsa";
    private static final long PATIENCE_SECONDS = 60;

    private ClassArchive() {}

    /**
     * What a JVM is told so that it uses the archive, or can be asked for one.
     *
     * @param application the folder of quarkus-run.jar, which must be the working directory: the archive holds relative paths
     */
    static List<String> options(Path application) {
        if (!Files.exists(application.resolve(FILE))) {
            return List.of("-XX:+RecordDynamicDumpInfo");
        }
        // The JVM would otherwise tell on standard output, amid JSON, why it does without an archive.
        return List.of("-XX:SharedArchiveFile=" + FILE, "-Xlog:disable", "-Xlog:all=error:stderr");
    }

    /**
     * Asks a running service for its archive where there is none yet, which stops that service for a second or two. Without an
     * archive the next start is slower and otherwise the same; so it is no error if the JVM does not give one.
     */
    public static void record(Packages.Program program, long pid) throws InterruptedException {
        Path archive = program.directory().resolve(FILE);
        if (!program.command().contains("-XX:+RecordDynamicDumpInfo") || Files.exists(archive)) {
            return;
        }
        Path unfinished = program.directory().resolve(FILE + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            "VM.cds",
                            "dynamic_dump",
                            unfinished.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean done = jcmd.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && jcmd.exitValue() == 0;
            jcmd.destroyForcibly();
            if (done && Files.exists(unfinished)) {
                Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException noArchive) {
            // See above.
        }
    }
}
