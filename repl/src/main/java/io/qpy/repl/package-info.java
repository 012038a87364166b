/** What both prompts share: the one that people type at and the one that programs attach to. */
package io.qpy.repl;
