package dev.davit.render.blueprint;

import dev.davit.Literal;
import dev.davit.Reference;
import dev.davit.Text;
import dev.davit.Value;
import dev.davit.model.Attribute;
import dev.davit.render.blueprint.Resolved.Joined;
import dev.davit.render.blueprint.Resolved.Known;
import dev.davit.render.blueprint.Resolved.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Joins the parts of a text as far as they are known at synth. A private address that turns out to be a public one changes the text
 * around it, too: {@code http://host:8000/v1} becomes {@code https://gpu.example.com/v1}.
 */
final class Joining {
    private static final Pattern SCHEME = Pattern.compile("(?s)(.*)https?://");
    private static final Pattern PORT = Pattern.compile("(?s):\\d+(.*)");

    private final Values values;
    private final Addresses addresses;
    private final List<Resolved> joined = new ArrayList<>();
    private final StringBuilder known = new StringBuilder();

    Joining(Values values, Addresses addresses) {
        this.values = values;
        this.addresses = addresses;
    }

    Resolved of(Text text) {
        List<Value<?>> parts = new ArrayList<>(text.parts());
        for (int i = 0; i < parts.size(); i++) {
            Optional<Address> address = publicAddress(parts.get(i));
            if (address.isPresent() && SCHEME.matcher(known).matches()) {
                authority(address.get(), parts, i);
            } else {
                add(values.of(parts.get(i)));
            }
        }
        flush();
        if (joined.contains(new Unknown())) {
            return new Unknown();
        }
        if (joined.isEmpty()) {
            return new Known("");
        }
        return joined.size() == 1 ? joined.get(0) : new Joined(List.copyOf(joined));
    }

    private Optional<Address> publicAddress(Value<?> part) {
        boolean host = part instanceof Reference<?> reference
                && !values.here(reference)
                && (reference.attribute() == Attribute.HOST || reference.attribute() == Attribute.HOST_PORT);
        return host ? addresses.of(((Reference<?>) part).resource()) : Optional.empty();
    }

    private void authority(Address address, List<Value<?>> parts, int index) {
        String before = SCHEME.matcher(known).replaceFirst("$1");
        known.setLength(0);
        known.append(before).append(address.url());
        if (((Reference<?>) parts.get(index)).attribute() == Attribute.HOST) {
            dropPort(parts, index + 1);
        }
    }

    /** The port that follows a private host is the private one. */
    private static void dropPort(List<Value<?>> parts, int index) {
        if (index >= parts.size() || !(parts.get(index) instanceof Literal<?> literal)) {
            return;
        }
        String text = String.valueOf(literal.value());
        if (PORT.matcher(text).matches()) {
            parts.set(index, Value.of(PORT.matcher(text).replaceFirst("$1")));
        } else if (text.equals(":") && index + 1 < parts.size() && asksForPort(parts.get(index + 1))) {
            parts.set(index, Value.of(""));
            parts.set(index + 1, Value.of(""));
        }
    }

    private static boolean asksForPort(Value<?> part) {
        return part instanceof Reference<?> reference && reference.attribute() == Attribute.PORT;
    }

    private void add(Resolved part) {
        if (part instanceof Known text) {
            known.append(text.text());
        } else {
            flush();
            joined.add(part);
        }
    }

    private void flush() {
        if (known.length() > 0) {
            joined.add(new Known(known.toString()));
            known.setLength(0);
        }
    }
}
