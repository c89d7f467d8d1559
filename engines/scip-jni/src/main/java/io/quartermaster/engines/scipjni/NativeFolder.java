package io.quartermaster.engines.scipjni;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * Puts libraries from the class path into a folder that only this user can read and write, named by
 * the hash of what is in it: {@code <root>/<hash>/<name>}. A library is written under a temporary
 * name and renamed, so that another process never opens half of one.
 */
record NativeFolder(Path root) {

    /** The folder's place, where it is not below {@code java.io.tmpdir}. */
    static final String ROOT_PROPERTY = "quartermaster.natives";

    private static final Set<PosixFilePermission> PRIVATE =
            PosixFilePermissions.fromString("rwx------");

    /** The folder of this user. */
    static NativeFolder ofThisUser() {
        String root = System.getProperty(ROOT_PROPERTY);
        if (root != null) {
            return new NativeFolder(Path.of(root));
        }
        String name = "quartermaster-natives-" + System.getProperty("user.name");
        return new NativeFolder(Path.of(System.getProperty("java.io.tmpdir"), name));
    }

    /** Extracts the resources side by side; returns the folder they lie in. */
    Path extract(ClassLoader loader, String... resources) throws IOException {
        MessageDigest whole = sha256();
        for (String resource : resources) {
            whole.update(bytes(loader, resource));
        }
        makePrivate(root);
        Path folder = root.resolve(HexFormat.of().formatHex(whole.digest()).substring(0, 32));
        makePrivate(folder);
        for (String resource : resources) {
            write(
                    folder.resolve(resource.substring(resource.lastIndexOf('/') + 1)),
                    bytes(loader, resource));
        }
        return folder;
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == content.length) {
            return;
        }
        Path part = Files.createTempFile(file.getParent(), "part", ".so");
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
        } catch (FileAlreadyExistsException e) {
            requirePrivate(folder);
        }
    }

    private static void requirePrivate(Path folder) throws IOException {
        boolean ours =
                Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.isWritable(folder)
                        && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                                .equals(PRIVATE);
        if (!ours) {
            throw new IOException(
                    "The folder (%s) for native libraries is not private to this user.\nMaybe remove it, or set -D%s to another one."
                            .formatted(folder, ROOT_PROPERTY));
        }
    }

    private static byte[] bytes(ClassLoader loader, String resource) throws IOException {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not on the class path");
            }
            return in.readAllBytes();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
