package io.quartermaster.engines.flinkml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Follows the calls of an algorithm through the classes of Flink ML and names every class, method
 * and field that this class path does not have.
 *
 * <p>Starts at all methods of the roots. A method that is called is followed; of a class that is
 * made, all methods are (something may call them back). That covers more than ever runs, and leaves
 * out static helpers that nobody calls.
 */
final class LinkChecker {

    private static final String FLINK_ML = "org/apache/flink/ml/";

    private final Map<String, ClassFile> classes = new HashMap<>();
    private final Deque<String> toFollow = new ArrayDeque<>();
    private final Set<String> followed = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> faults = new TreeSet<>();

    static Set<String> faultsOf(String... roots) {
        LinkChecker checker = new LinkChecker();
        for (String root : roots) {
            checker.make(root.replace('.', '/'));
        }
        while (!checker.toFollow.isEmpty()) {
            checker.follow(checker.toFollow.remove());
        }
        return checker.faults;
    }

    private void make(String name) {
        if (!name.startsWith(FLINK_ML) || !made.add(name)) {
            return;
        }
        ClassFile file = file(name);
        if (file == null) {
            faults.add("no class " + name);
            return;
        }
        file.bodies.forEach(this::enqueue);
        make(file.parent);
        for (String parent : file.interfaces) {
            make(parent);
        }
        implementsAll(name);
    }

    private void implementsAll(String name) {
        try {
            Class<?> type = Class.forName(name.replace('/', '.'), false, loader());
            if (Modifier.isAbstract(type.getModifiers())) {
                return;
            }
            for (Method method : type.getMethods()) {
                if (Modifier.isAbstract(method.getModifiers())) {
                    faults.add("not implemented: " + method + " in " + name);
                }
            }
        } catch (ClassNotFoundException | LinkageError e) {
            faults.add("does not load: " + name + ", " + e);
        }
    }

    private void enqueue(String method) {
        if (followed.add(method)) {
            toFollow.add(method);
        }
    }

    private void follow(String method) {
        String owner = method.substring(0, method.indexOf('#'));
        try (InputStream bytes = loader().getResourceAsStream(owner + ".class")) {
            new ClassReader(bytes).accept(new BodyOf(method), ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void uses(String owner, String member, String by) {
        if (owner.startsWith("[")) {
            return;
        }
        if (file(owner) == null) {
            faults.add("no class " + owner + ", named by " + by);
            return;
        }
        String holder = holderOf(owner, member);
        if (holder == null) {
            faults.add("no " + member + " in " + owner + ", named by " + by);
        } else if (holder.startsWith(FLINK_ML)
                && file(holder).bodies.contains(holder + "#" + member)) {
            enqueue(holder + "#" + member);
        }
    }

    private String holderOf(String owner, String member) {
        ClassFile file = file(owner);
        if (file == null) {
            return null;
        }
        if (file.members.contains(member) || file.signaturePolymorphic(member)) {
            return owner;
        }
        String found = file.parent == null ? null : holderOf(file.parent, member);
        for (int i = 0; found == null && i < file.interfaces.length; i++) {
            found = holderOf(file.interfaces[i], member);
        }
        return found;
    }

    private ClassFile file(String name) {
        return classes.computeIfAbsent(name, LinkChecker::read);
    }

    private static ClassFile read(String name) {
        try (InputStream bytes = loader().getResourceAsStream(name + ".class")) {
            if (bytes == null) {
                return null;
            }
            ClassFile file = new ClassFile();
            new ClassReader(bytes).accept(file, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoader loader() {
        return LinkChecker.class.getClassLoader();
    }

    /** What a class declares. */
    private static final class ClassFile extends ClassVisitor {
        private final Set<String> members = new HashSet<>();
        private final Set<String> bodies = new TreeSet<>();
        private String name;
        private String parent;
        private String[] interfaces;

        ClassFile() {
            super(Opcodes.ASM9);
        }

        boolean signaturePolymorphic(String member) {
            return name.equals("java/lang/invoke/MethodHandle") && member.startsWith("invoke");
        }

        @Override
        public void visit(
                int version, int access, String own, String sign, String above, String[] faces) {
            name = own;
            parent = above;
            interfaces = faces;
        }

        @Override
        public FieldVisitor visitField(
                int access, String field, String type, String signature, Object value) {
            members.add(field + type);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String type, String signature, String[] exceptions) {
            members.add(method + type);
            if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
                bodies.add(name + "#" + method + type);
            }
            return null;
        }
    }

    /** What one method's body uses. */
    private final class BodyOf extends ClassVisitor {
        private final String wanted;

        BodyOf(String wanted) {
            super(Opcodes.ASM9);
            this.wanted = wanted;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, String signature, String[] exceptions) {
            return wanted.endsWith("#" + name + type) ? body() : null;
        }

        private MethodVisitor body() {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String name, String type, boolean onInterface) {
                    uses(owner, name + type, wanted);
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String name, String type) {
                    uses(owner, name + type, wanted);
                    if (opcode == Opcodes.GETSTATIC) {
                        make(owner);
                    }
                }

                @Override
                public void visitTypeInsn(int opcode, String type) {
                    if (opcode == Opcodes.NEW) {
                        make(type);
                    }
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String name, String type, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle) {
                            uses(handle.getOwner(), handle.getName() + handle.getDesc(), wanted);
                        }
                    }
                }
            };
        }
    }
}
