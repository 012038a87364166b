/** What a sandbox saw. */
package io.qpy.sandbox.journal;
