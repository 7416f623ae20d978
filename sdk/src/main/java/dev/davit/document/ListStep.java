package dev.davit.document;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Read one step of a pointer as a place in a list. */
sealed interface ListStep {
    /** Give the indexes of the items that the step names. */
    List<Integer> matches(ListNode list);

    /** The place after the last item. */
    record End() implements ListStep {
        @Override
        public List<Integer> matches(ListNode list) {
            return List.of();
        }
    }

    /** A place by its number from 0. */
    record Index(int index) implements ListStep {
        @Override
        public List<Integer> matches(ListNode list) {
            return index < list.size() ? List.of(index) : List.of();
        }
    }

    /** The items that have an entry. */
    record Selector(String key, String value) implements ListStep {
        @Override
        public List<Integer> matches(ListNode list) {
            return IntStream.range(0, list.size())
                    .filter(i -> matches(list.get(i)))
                    .boxed()
                    .toList();
        }

        private boolean matches(Node item) {
            return item instanceof MapNode map
                    && map.get(key).filter(this::matchesValue).isPresent();
        }

        private boolean matchesValue(Node entry) {
            return entry instanceof ScalarNode scalar
                    && String.valueOf(scalar.value()).equals(value);
        }
    }

    /** A step that only a map has. */
    record None() implements ListStep {
        @Override
        public List<Integer> matches(ListNode list) {
            return List.of();
        }
    }

    /** No leading zeros (RFC 6901), and no more digits than a list can have items. */
    Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    static ListStep of(String step) {
        if (step.equals("-")) {
            return new End();
        }
        if (INDEX.matcher(step).matches()) {
            return new Index(Integer.parseInt(step));
        }
        int equals = step.indexOf('=');
        return equals > 0 ? new Selector(step.substring(0, equals), step.substring(equals + 1)) : new None();
    }
}
