/** The prompt that a person types at, on JLine; the only package that knows it. */
package io.qpy.repl.terminal;
