package io.qpy.cli;

import io.qpy.check.Checker;
import io.qpy.check.Finding;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Script;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code --strict}: what {@code qpy check} finds something in does not run. */
final class StrictCheck {
    /** The exit code of a run that did not take place. */
    static final int REFUSED = 1;

    private final TargetOption target = new TargetOption();

    void addTo(CommandSpec spec) {
        target.addTo(spec);
    }

    /**
     * What the module would refuse.
     *
     * @param interpreter may serve the script afterwards
     * @param folder where the script lies
     */
    List<Finding> findings(Interpreter interpreter, Script script, Path folder) {
        Checker checker = new Checker(interpreter, target.value());
        checker.runsOn(ConfiguredModel.of(folder));
        return checker.check(script.name(), script.source(), Checker.in(folder));
    }
}
