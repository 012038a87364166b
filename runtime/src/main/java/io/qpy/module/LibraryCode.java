package io.qpy.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Library code in Python: the resource {@code qpy/<name>.py} beside a class. A module's name has no folder, that of a part of
 * library code always has one, for instance {@code dialect/texts}; so a module may be called {@code texts}. The distribution
 * also has it compiled, as GraalPy's {@code marshal} writes it: parsing was a tenth of a cold start.
 */
public final class LibraryCode {
    /** Where the resources of the sources are, {@code <name>.py}. */
    public static final String SOURCES = "/qpy/";

    /** Where those of the compiled code are, {@code <name>.code}; made from the jars they are put beside. */
    public static final String COMPILED = "/qpy/compiled/";

    /** Their ending: without one, a module's file would have the name of the folder of its parts. */
    public static final String COMPILED_ENDING = ".code";

    private LibraryCode() {}

    /** The compiled code where there is one, a {@code byte[]}; else the source, a String. */
    public static Object read(Class<?> owner, String name) {
        byte[] compiled = resource(LibraryCode.class, COMPILED + name + COMPILED_ENDING);
        return compiled == null ? source(owner, name) : compiled;
    }

    /** A part, {@code folder/name}, as {@link #read} gives it. */
    public static Object part(Class<?> owner, String name) {
        if (!isPart(name)) {
            throw new IllegalArgumentException(name + " is the name of a module, not of a part of library code");
        }
        return read(owner, name);
    }

    static boolean isPart(String name) {
        return name.indexOf('/') > 0;
    }

    /** The source. */
    public static String source(Class<?> owner, String name) {
        byte[] source = resource(owner, SOURCES + name + ".py");
        if (source == null) {
            throw new IllegalStateException("no qpy/" + name + ".py beside " + owner.getName());
        }
        return new String(source, StandardCharsets.UTF_8);
    }

    /** How tracebacks and code objects name its file: as no file of a device can be named. */
    public static String fileName(String name) {
        return "<qpy/" + name + ".py>";
    }

    private static byte[] resource(Class<?> owner, String path) {
        try (InputStream in = owner.getResourceAsStream(path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
