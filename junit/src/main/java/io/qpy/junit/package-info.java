/** The Python tests of a Maven or Gradle project, for the JUnit Platform of JUnit 5 and 6. */
package io.qpy.junit;
