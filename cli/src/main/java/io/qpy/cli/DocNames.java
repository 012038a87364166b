package io.qpy.cli;

import io.qpy.cli.DocResult.Cause;
import io.qpy.cli.doc.Block;
import io.qpy.cli.doc.Names;
import java.util.HashMap;
import java.util.Map;

/** The names that the blocks of a document make: says why a later block lacks one. */
final class DocNames {
    private final Map<String, Integer> made = new HashMap<>(); // the line of the last block that does
    private final Map<String, Integer> failed = new HashMap<>();

    /** A block has ended. */
    void add(Block block, boolean passed) {
        for (String name : Names.madeBy(block)) {
            made.put(name, block.line());
            if (passed) {
                failed.remove(name);
            } else {
                failed.put(name, block.line());
            }
        }
    }

    /** A problem with where the name that is missing should have come from. */
    DocProblem explained(Block block, DocProblem problem) {
        if (problem == null
                || problem.cause() != Cause.RAISED
                || problem.reason().contains("Write import")) {
            return problem;
        }
        String name = problem.missingName();
        if (block.isTranscript() && failed.containsKey(name)) {
            return problem.because(Cause.FOLLOWS, "line " + failed.get(name) + " was to make it, and failed");
        }
        boolean module = problem.reason().contains("Write import"); // the script has to import it anyway
        boolean elsewhere = !block.isTranscript() && !module && made.containsKey(name);
        return elsewhere
                ? problem.because(
                        Cause.FOLLOWS,
                        "line " + made.get(name) + " makes it; a script is run without the blocks before it")
                : problem;
    }
}
