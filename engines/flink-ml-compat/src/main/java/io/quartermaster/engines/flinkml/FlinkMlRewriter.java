package io.quartermaster.engines.flinkml;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Writes the classes of Flink ML that given algorithms need, rewritten for this Flink, into a
 * folder. Run by the build, which has the owner's jars on its class path; nothing of it is used
 * afterwards.
 */
public final class FlinkMlRewriter {

    private static final String FLINK_ML = "org/apache/flink/ml/";

    private final ClassLoader jars;
    private final Path folder;

    private FlinkMlRewriter(ClassLoader jars, Path folder) {
        this.jars = jars;
        this.folder = folder;
    }

    /**
     * Rewrites.
     *
     * @param arguments the folder to write to, then the names of the algorithms' classes
     */
    public static void main(String[] arguments) throws IOException {
        FlinkMlRewriter rewriter =
                new FlinkMlRewriter(
                        Thread.currentThread().getContextClassLoader(), Path.of(arguments[0]));
        Deque<String> algorithms = new ArrayDeque<>();
        for (int i = 1; i < arguments.length; i++) {
            algorithms.add(arguments[i].replace('.', '/'));
        }
        rewriter.rewriteAllThat(algorithms);
    }

    private void rewriteAllThat(Deque<String> needed) throws IOException {
        Set<String> seen = new TreeSet<>(needed);
        while (!needed.isEmpty()) {
            String name = needed.remove();
            Optional<URL> owners = inAJar(name + ".class");
            if (owners.isEmpty()) {
                // Only methods that no algorithm here calls name it: the link checker proves that.
                continue;
            }
            Set<String> named = new TreeSet<>();
            write(name, rewritten(owners.get(), named));
            named.stream().filter(seen::add).forEach(needed::add);
        }
    }

    /** The owner's class file, not one that an earlier build left in the output folder. */
    private Optional<URL> inAJar(String resource) throws IOException {
        return Collections.list(jars.getResources(resource)).stream()
                .filter(url -> url.getProtocol().equals("jar"))
                .findFirst();
    }

    private static byte[] rewritten(URL owners, Set<String> named) throws IOException {
        try (InputStream bytes = owners.openStream()) {
            ClassReader reader = new ClassReader(bytes);
            ClassWriter writer = new ClassWriter(0);
            ClassVisitor rewrites = new SideOutputRewrite(writer);
            reader.accept(new ClassRemapper(Opcodes.ASM9, rewrites, new NamesOf(named)) {}, 0);
            return writer.toByteArray();
        }
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Renames nothing; notes each class of Flink ML that is named. */
    private static final class NamesOf extends Remapper {
        private final Set<String> named;

        NamesOf(Set<String> named) {
            this.named = named;
        }

        @Override
        public String map(String internalName) {
            if (internalName.startsWith(FLINK_ML)) {
                named.add(internalName);
            }
            return internalName;
        }
    }
}
