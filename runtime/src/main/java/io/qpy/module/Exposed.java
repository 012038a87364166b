package io.qpy.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a host object that Python may call; every other member does not exist for it.
 *
 * <p>Such a method takes and returns {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String},
 * {@code byte[]}, lists and string-keyed maps of those, {@link Callback}s, or another host object; null is
 * {@code None}. Names are unique within a class. A {@code byte[]} that it takes is its own; one that it returns becomes
 * Python's {@code bytes} as it is, and must not be changed from then on.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Exposed {}
