package io.qpy.wiring.peer;

import io.qpy.runtime.Script;
import java.nio.file.Path;

/**
 * The file of a peer in Python, as it was read.
 *
 * @param folder what it has as {@code /usr}
 */
public record PeerScript(Script script, Path folder) {}
