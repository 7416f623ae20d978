package dev.davit.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of some constants: by the word that it is shown as or by its name, in upper or lower case. */
final class ChoiceText<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] all;

    ChoiceText(E[] all) {
        this.all = all;
    }

    Class<E> type() {
        return all[0].getDeclaringClass();
    }

    List<String> words() {
        List<String> words = new ArrayList<>();
        for (E one : all) {
            words.add(one.toString());
        }
        return words;
    }

    @Override
    public E convert(String text) {
        for (E one : all) {
            if (text.equalsIgnoreCase(one.toString()) || text.equalsIgnoreCase(one.name())) {
                return one;
            }
        }
        throw new TypeConversionException(text + " is none of " + words());
    }
}
