package dev.davit.lambdas;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.H_INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.H_NEWINVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Writes the class of one lambda: a field for each value that it takes along, and the one method of its interface, which calls what
 * javac made of the lambda's body.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/invoke/LambdaMetafactory.html">what Java does
 *     instead</a>
 */
final class LambdaClass {
    private static final Type OBJECT = Type.getType(Object.class);
    private static final Method NO_ARGUMENTS = new Method("<init>", "()V");
    private static final Map<Type, Type> PRIMITIVES = Stream.of(
                    boolean.class,
                    char.class,
                    byte.class,
                    short.class,
                    int.class,
                    long.class,
                    float.class,
                    double.class)
            .collect(Collectors.toMap(
                    it -> Type.getType(MethodType.methodType(it).wrap().returnType()), Type::getType));
    private static final String MAKE = "of";
    private static final String ONLY = "ONLY";

    private final ClassNode in;
    private final Type type;
    private final InvokeDynamicInsnNode lambda;
    private final Type[] taken;

    LambdaClass(ClassNode in, String name, InvokeDynamicInsnNode lambda) {
        this.in = in;
        this.type = Type.getObjectType(name);
        this.lambda = lambda;
        this.taken = Type.getArgumentTypes(lambda.desc);
    }

    /** Say whether an instruction makes a lambda that a class can stand for. */
    static boolean isFor(InvokeDynamicInsnNode dynamic, ClassNode in) {
        return dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                && dynamic.bsm.getName().equals("metafactory")
                // What is inherited can be called past who overrides it from within the class alone.
                && (body(dynamic).getTag() != H_INVOKESPECIAL
                        || body(dynamic).getOwner().equals(in.name));
    }

    static String nestHost(ClassNode in) {
        return in.nestHostClass == null ? in.name : in.nestHostClass;
    }

    String name() {
        return type.getInternalName();
    }

    /** Give what takes the instruction's place: an object of the class, or the only one where it takes nothing along. */
    AbstractInsnNode use() {
        return taken.length == 0
                ? new FieldInsnNode(GETSTATIC, name(), ONLY, type.getDescriptor())
                : new MethodInsnNode(INVOKESTATIC, name(), MAKE, lambda.desc, false);
    }

    byte[] written() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String implemented = Type.getReturnType(lambda.desc).getInternalName();
        writer.visit(
                in.version,
                ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC,
                name(),
                null,
                OBJECT.getInternalName(),
                new String[] {implemented});
        // A stack trace names it.
        writer.visitSource(in.sourceFile, null);
        writer.visitNestHost(nestHost(in));
        constructor(writer);
        if (taken.length == 0) {
            onlyOne(writer);
        } else {
            maker(writer);
        }
        method(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private Method constructor() {
        return new Method("<init>", Type.VOID_TYPE, taken);
    }

    private static String field(int number) {
        return "taken" + number;
    }

    private void constructor(ClassWriter writer) {
        GeneratorAdapter code = new GeneratorAdapter(ACC_PRIVATE, constructor(), null, null, writer);
        code.loadThis();
        code.invokeConstructor(OBJECT, NO_ARGUMENTS);
        for (int i = 0; i < taken.length; i++) {
            writer.visitField(ACC_PRIVATE | ACC_FINAL, field(i), taken[i].getDescriptor(), null, null)
                    .visitEnd();
            code.loadThis();
            code.loadArg(i);
            code.putField(type, field(i), taken[i]);
        }
        code.returnValue();
        code.endMethod();
    }

    private void onlyOne(ClassWriter writer) {
        writer.visitField(ACC_STATIC | ACC_FINAL, ONLY, type.getDescriptor(), null, null)
                .visitEnd();
        GeneratorAdapter code = new GeneratorAdapter(ACC_STATIC, new Method("<clinit>", "()V"), null, null, writer);
        make(code);
        code.putStatic(type, ONLY, type);
        code.returnValue();
        code.endMethod();
    }

    private void maker(ClassWriter writer) {
        GeneratorAdapter code = new GeneratorAdapter(ACC_STATIC, new Method(MAKE, lambda.desc), null, null, writer);
        make(code);
        code.returnValue();
        code.endMethod();
    }

    private void make(GeneratorAdapter code) {
        code.newInstance(type);
        code.dup();
        code.loadArgs();
        code.invokeConstructor(type, constructor());
    }

    private void method(ClassWriter writer) {
        Method erased = new Method(lambda.name, ((Type) lambda.bsmArgs[0]).getDescriptor());
        Type instantiated = (Type) lambda.bsmArgs[2];
        Handle body = body(lambda);
        List<Type> wanted = arguments(body);
        GeneratorAdapter code = new GeneratorAdapter(ACC_PUBLIC, erased, null, null, writer);
        if (body.getTag() == H_NEWINVOKESPECIAL) {
            code.newInstance(owner(body));
            code.dup();
        }
        for (int i = 0; i < taken.length; i++) {
            code.loadThis();
            code.getField(type, field(i), taken[i]);
            convert(code, taken[i], wanted.get(i));
        }
        Type[] given = erased.getArgumentTypes();
        for (int i = 0; i < given.length; i++) {
            Type is = instantiated.getArgumentTypes()[i];
            code.loadArg(i);
            convert(code, given[i], is);
            convert(code, is, wanted.get(taken.length + i));
        }
        result(code, call(code, body), instantiated.getReturnType(), erased.getReturnType());
        code.returnValue();
        code.endMethod();
    }

    private static Handle body(InvokeDynamicInsnNode lambda) {
        return (Handle) lambda.bsmArgs[1];
    }

    private static Type owner(Handle body) {
        return Type.getObjectType(body.getOwner());
    }

    /** Give what its body takes, in order: the object whose method it is, too. */
    private static List<Type> arguments(Handle body) {
        List<Type> arguments = new ArrayList<>();
        if (body.getTag() != H_INVOKESTATIC && body.getTag() != H_NEWINVOKESPECIAL) {
            arguments.add(owner(body));
        }
        arguments.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
        return arguments;
    }

    private static Type call(GeneratorAdapter code, Handle body) {
        int how = switch (body.getTag()) {
            case H_NEWINVOKESPECIAL -> INVOKESPECIAL;
            case H_INVOKESTATIC -> INVOKESTATIC;
            // A private method is called like any other by one of its nest (JEP 181).
            default -> body.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
        };
        code.visitMethodInsn(how, body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
        return how == INVOKESPECIAL ? owner(body) : Type.getReturnType(body.getDesc());
    }

    private static void result(GeneratorAdapter code, Type is, Type instantiated, Type erased) {
        if (erased.getSort() != Type.VOID) {
            convert(code, is, instantiated);
            convert(code, instantiated, erased);
        } else if (is.getSize() == 2) {
            code.pop2();
        } else if (is.getSize() == 1) {
            code.pop();
        }
    }

    /** As an assignment does: what is boxed is unboxed to its own primitive and widened from there. */
    private static void convert(GeneratorAdapter code, Type from, Type to) {
        if (from.equals(to)) {
            return;
        }
        if (isReference(from) && isReference(to)) {
            code.checkCast(to);
        } else if (isReference(from)) {
            Type unboxed = PRIMITIVES.getOrDefault(from, to);
            code.unbox(unboxed);
            convert(code, unboxed, to);
        } else if (isReference(to)) {
            code.valueOf(from);
        } else {
            code.cast(from, to);
        }
    }

    private static boolean isReference(Type type) {
        return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }
}
