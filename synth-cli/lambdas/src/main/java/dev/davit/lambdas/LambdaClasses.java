package dev.davit.lambdas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Replaces each lambda and method reference by an object of a class of its own.
 *
 * <p>Java makes such a class when it first comes to a lambda, in each process anew: 0.1 ms each, even where an archive of classes holds
 * what it makes, and a short run comes to six hundred. A class that lies in the jar is loaded as any other. Java 25 keeps lambdas linked
 * in its AOT cache, and gains and loses nothing by this.
 *
 * <p>What is to be serialized, or has more than one interface, stays as javac wrote it; Davit has next to none. So do records' own
 * methods.
 */
final class LambdaClasses {
    private static final String CLASS = ".class";

    private final Map<String, ClassNode> changed = new LinkedHashMap<>();
    private final Map<String, byte[]> made = new LinkedHashMap<>();
    /** By the class that a nest of classes belongs to: to be one of its nest is to be let at what is private there. */
    private final Map<String, List<String>> newMembers = new LinkedHashMap<>();

    private LambdaClasses() {}

    /** Give what becomes of a jar's files, by their names: the classes that change and those that come. */
    static Map<String, byte[]> of(Map<String, byte[]> files) {
        LambdaClasses all = new LambdaClasses();
        files.forEach((name, content) -> {
            if (name.endsWith(CLASS)) {
                all.replace(content);
            }
        });
        all.newMembers.forEach((host, members) -> {
            ClassNode node = all.changed.computeIfAbsent(host, it -> read(files.get(file(it))));
            node.nestMembers = node.nestMembers == null ? new ArrayList<>() : node.nestMembers;
            node.nestMembers.addAll(members);
        });
        Map<String, byte[]> result = new LinkedHashMap<>();
        all.changed.forEach((name, node) -> result.put(file(name), written(node)));
        result.putAll(all.made);
        return result;
    }

    private void replace(byte[] content) {
        ClassNode in = read(content);
        List<String> names = new ArrayList<>();
        for (MethodNode method : in.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode dynamic && LambdaClass.isFor(dynamic, in)) {
                    LambdaClass lambda = new LambdaClass(in, in.name + "$$F" + names.size(), dynamic);
                    names.add(lambda.name());
                    made.put(file(lambda.name()), lambda.written());
                    method.instructions.set(instruction, lambda.use());
                }
            }
        }
        if (!names.isEmpty()) {
            changed.put(in.name, in);
            newMembers
                    .computeIfAbsent(LambdaClass.nestHost(in), it -> new ArrayList<>())
                    .addAll(names);
        }
    }

    private static String file(String name) {
        return name + CLASS;
    }

    static ClassNode read(byte[] content) {
        ClassNode node = new ClassNode();
        new ClassReader(content).accept(node, 0);
        return node;
    }

    private static byte[] written(ClassNode node) {
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }
}
