/** The commands, and the one place where device, modules and sandbox are wired together. */
package io.qpy.cli;
