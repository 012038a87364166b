package io.qpy.check;

import java.util.List;

/** Answers questions of a check about the files that lie around a script. */
@FunctionalInterface
public interface Beside {
    /** Returns whether a module or package of that name (with dots, without {@code usr}) lies beside the script. */
    boolean hasModule(String name);

    /** Returns whether a file of that name lies beside the script. */
    default boolean hasFile(String name) {
        return false;
    }

    /** Returns whether a module lies below any folder that may be the device's {@code /usr}. */
    default boolean mayHave(String name) {
        return hasModule(name);
    }

    /** Returns whether a module lies in a folder of the device's, {@code /usr/lib} for instance. */
    default boolean isBelow(String path, String name) {
        return hasModule(name);
    }

    /** Returns the modules beside the script, for the reader of a finding. */
    default List<String> modules() {
        return List.of();
    }

    /** Returns where the scripts of the project have modules looked for. */
    default SearchPaths searchPaths() {
        return SearchPaths.NONE;
    }

    /** Returns whether a script of the project imports a module of that name. */
    default boolean isImported(String name) {
        return false;
    }
}
