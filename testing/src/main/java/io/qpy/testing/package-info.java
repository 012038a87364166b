/** The test runner: finds the tests of device scripts, runs each file on a fresh device, says how each test went. */
package io.qpy.testing;
