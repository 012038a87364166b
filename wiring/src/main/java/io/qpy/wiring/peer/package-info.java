/** What a user connects to the board as a script in Python. */
package io.qpy.wiring.peer;
