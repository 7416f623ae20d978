package dev.davit.lambdas;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has lambdas of all kinds, and says what they give. */
public final class Samples implements Supplier<List<String>> {
    private final List<String> said = new ArrayList<>();
    private final String own = "own";

    /** Is made by the test, from its class file. */
    public Samples() {}

    /** Has methods of all kinds that interfaces have. */
    public interface Shape {
        /** Is what a lambda stands for. */
        double area();

        /** Gives one by a lambda. */
        static Shape square(double side) {
            return () -> side * side;
        }

        /** Calls a private method in a lambda. */
        default Supplier<String> described() {
            return () -> hidden() + area();
        }

        private String hidden() {
            return "area ";
        }

        private Supplier<String> reference() {
            return this::hidden;
        }

        /** Refers to a private method. */
        default String referred() {
            return reference().get();
        }
    }

    private static class Inner {
        private final int number;

        private Inner(int number) {
            this.number = number;
        }

        private int number() {
            return number;
        }

        private static String named(Inner inner) {
            return "inner " + inner.number;
        }

        Supplier<Integer> later() {
            return () -> number + 1;
        }
    }

    private static class Outer extends Inner {
        private Outer() {
            super(40);
        }

        @Override
        Supplier<Integer> later() {
            Supplier<Supplier<Integer>> above = super::later;
            return () -> above.get().get() + 1;
        }
    }

    private void say(Object what) {
        said.add(String.valueOf(what));
    }

    private String mine(String more) {
        return own + more;
    }

    private static long twice(long number) {
        return 2 * number;
    }

    private static String joined(String... parts) {
        return String.join("+", parts);
    }

    private static <T extends Comparable<T>> T larger(T one, T two, Comparator<T> order) {
        return BinaryOperator.maxBy(order).apply(one, two);
    }

    @Override
    public List<String> get() {
        takenAlong((byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d, true, new int[] {8, 9}, List.of("ten"));
        references();
        conversions();
        nested();
        interfaces();
        leftAlone();
        return said;
    }

    private void takenAlong(
            byte one,
            short two,
            char three,
            int four,
            long five,
            float six,
            double seven,
            boolean eight,
            int[] nine,
            List<String> ten) {
        Supplier<String> all = () -> own + one + two + three + four + five + six + seven + eight + nine[1] + ten;
        say(all.get());
        Supplier<String> none = () -> "nothing";
        say(none.get());
        say(none == none);
        Runnable run = () -> say("run");
        run.run();
        ObjLongConsumer<String> two2 = (text, number) -> say(text + number + five);
        two2.accept("long ", 3L);
        Function<Integer, Function<Integer, Function<Integer, Integer>>> curried = a -> b -> c -> a * 100 + b * 10 + c;
        say(curried.apply(1).apply(2).apply(3));
    }

    private void references() {
        Function<String, String> bound = this::mine;
        say(bound.apply("!"));
        BiFunction<Samples, String, String> unbound = Samples::mine;
        say(unbound.apply(this, "?"));
        Function<String, Integer> length = String::length;
        say(length.apply("four"));
        Function<List<String>, Integer> size = List::size;
        say(size.apply(List.of("a", "b")));
        IntFunction<Inner> make = Inner::new;
        ToIntFunction<Inner> number = Inner::number;
        say(number.applyAsInt(make.apply(12)));
        Function<Inner, String> named = Inner::named;
        say(named.apply(make.apply(13)));
        IntFunction<int[]> array = int[]::new;
        say(array.apply(3).length);
        UnaryOperator<int[]> clone = int[]::clone;
        say(clone.apply(new int[] {1, 2}).length);
        Function<String, String> varargs = Samples::joined;
        say(varargs.apply("one"));
        BiFunction<String, String, String> more = Samples::joined;
        say(more.apply("one", "two"));
        Consumer<String> dropsAnObject = said::add;
        dropsAnObject.accept("added");
        Consumer<Long> dropsALong = Samples::twice;
        dropsALong.accept(4L);
        Supplier<List<String>> creates = ArrayList::new;
        say(creates.get());
        Callable<String> calls = "text"::trim;
        try {
            say(calls.call());
        } catch (Exception e) {
            say(e);
        }
        try {
            Function<String, String> nobody = ((Samples) null)::mine;
            say(nobody);
        } catch (NullPointerException e) {
            say("null is refused at once");
        }
    }

    private void conversions() {
        ToLongFunction<Integer> widened = Integer::intValue;
        say(widened.applyAsLong(7));
        ToLongFunction<Integer> unboxedAndWidened = Samples::twice;
        say(unboxedAndWidened.applyAsLong(8));
        ToDoubleFunction<Character> fromCharacter = it -> it;
        say(fromCharacter.applyAsDouble('A'));
        Function<Character, Integer> ofCharacter = Character::getNumericValue;
        say(ofCharacter.apply('7'));
        LongFunction<Long> boxed = Samples::twice;
        say(boxed.apply(9));
        Function<Long, Object> widerResult = Samples::twice;
        say(widerResult.apply(10L));
        IntSupplier ofByte = () -> (byte) 300;
        say(ofByte.getAsInt());
        LongSupplier ofInt = "five5"::length;
        say(ofInt.getAsLong());
        DoubleSupplier ofLong = List.of(1, 2).stream()::count;
        say(ofLong.getAsDouble());
        Predicate<Boolean> flag = Boolean::booleanValue;
        say(flag.test(true));
        Function<? super String, ? extends CharSequence> wild = String::trim;
        say(wild.apply(" x "));
        say(larger("a", "b", Comparator.naturalOrder()));
        say(larger(1, 2, Comparator.comparing(it -> -it)));
    }

    private void nested() {
        say(new Inner(20).later().get());
        say(new Outer().later().get());
        record Local(String name) {
            Supplier<String> greeting() {
                return () -> "hello " + name;
            }
        }
        say(new Local("local").greeting().get());
        say(Stream.of("b", "a", "c")
                .map(Local::new)
                .sorted(Comparator.comparing(Local::name).reversed())
                .map(Local::name)
                .collect(Collectors.joining(",")));
        Runnable anonymous = new Runnable() {
            private final Supplier<String> field = () -> "field of " + own;

            @Override
            public void run() {
                say(field.get());
            }
        };
        anonymous.run();
    }

    private void interfaces() {
        Shape square = Shape.square(3);
        say(square.area());
        say(square.described().get());
        say(square.referred());
        Function<Double, Shape> factory = Shape::square;
        say(factory.apply(2.0).area());
    }

    private void leftAlone() {
        Runnable serializable = (Runnable & Serializable) () -> say("serializable");
        serializable.run();
        say(serializable instanceof Serializable);
    }
}
