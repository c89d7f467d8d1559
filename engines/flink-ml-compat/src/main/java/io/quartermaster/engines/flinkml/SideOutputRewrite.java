package io.quartermaster.engines.flinkml;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Calls of {@code getSideOutput} name the return type that they have since Flink 1.16: {@code
 * SideOutputDataStream}, a subclass of the {@code DataStream} that Flink ML was compiled against.
 */
final class SideOutputRewrite extends ClassVisitor {

    private static final String OWNER =
            "org/apache/flink/streaming/api/datastream/SingleOutputStreamOperator";
    private static final String ARGUMENTS = "(Lorg/apache/flink/util/OutputTag;)";
    private static final String STREAMS = "Lorg/apache/flink/streaming/api/datastream/";

    SideOutputRewrite(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitMethodInsn(
                    int opcode,
                    String owner,
                    String called,
                    String arguments,
                    boolean onInterface) {
                boolean old =
                        owner.equals(OWNER)
                                && called.equals("getSideOutput")
                                && arguments.equals(ARGUMENTS + STREAMS + "DataStream;");
                String linked = old ? ARGUMENTS + STREAMS + "SideOutputDataStream;" : arguments;
                super.visitMethodInsn(opcode, owner, called, linked, onInterface);
            }
        };
    }
}
