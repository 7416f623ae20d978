package dev.davit.render.importing;

/**
 * Names a field of a resource that a typed call says whole or not at all.
 *
 * @param item the resource, as {@link Meaning} has it
 * @param pointer the field: one of the resource's own, or one variable; empty for the resource itself
 */
record ItemPointer(String item, String pointer) {
    static ItemPointer ofMark(String mark) {
        String[] parts = mark.split("\t", 2);
        if (parts[1].isEmpty()) {
            return new ItemPointer(parts[0], "");
        }
        String[] steps = parts[1].split("/", 4);
        boolean entry = steps.length > 2 && (steps[1].equals("envVars") || steps[1].equals("routes"));
        return new ItemPointer(parts[0], "/" + steps[1] + (entry ? "/" + steps[2] : ""));
    }

    static ItemPointer ofPath(String item, String path) {
        String[] steps = path.substring(item.length() + 1).split("/", 3);
        boolean variable = steps[0].equals("envVars") && steps.length > 1 && !steps[1].startsWith("fromGroup ");
        boolean route = steps[0].equals("routes") && steps.length > 1;
        return new ItemPointer(
                item,
                "/" + steps[0] + (variable ? "/key=" + steps[1] : route ? "/" + steps[1].replaceAll(" .*", "") : ""));
    }
}
