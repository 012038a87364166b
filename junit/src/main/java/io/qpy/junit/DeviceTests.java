package io.qpy.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the class that stands for the Python tests of a project, since Surefire, Gradle and IDEs look for classes:
 *
 * <pre>{@code
 * @DeviceTests
 * class PythonTest {}
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DeviceTests {
    /** Test files and folders of them, from the project's folder on. */
    String[] value() default "src/test/python";

    /** The folder that is the device's {@code /usr}, from the project's folder on; empty for that of each test file. */
    String usr() default "";

    /** How long one test may take, in seconds. */
    int seconds() default 60;
}
