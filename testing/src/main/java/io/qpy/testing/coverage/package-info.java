/** What of the scripts has run: measured by marks that the scripts are compiled with; shown as a table, lcov and HTML. */
package io.qpy.testing.coverage;
