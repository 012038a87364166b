/**
 * How a process comes up: the class archive that it starts from, the standby process that serves a call in its place, and what
 * a command has in either case. The launcher's scripts are beside it. {@code docs/design/starting.md} tells the story.
 */
package io.qpy.start;
