package io.qpy.cli.doc;

import java.util.List;
import java.util.Optional;

/**
 * How what was printed is compared with what a document shows. Aside are white space, numbers and identities ({@link
 * LooseText}), comments, and the lines of a traceback that say where. {@code ...} in the document stands for anything. Where
 * it shows nothing, nothing is compared: the vendor's documents leave most results out.
 */
public final class Likeness {
    private final boolean textAside;
    private final boolean amongOthers;

    private Likeness(boolean textAside, boolean amongOthers) {
        this.textAside = textAside;
        this.amongOthers = amongOthers;
    }

    /** Strings are to be the same. */
    public static Likeness exact() {
        return new Likeness(false, false);
    }

    /** Strings are drawn by chance. */
    public static Likeness ofChance() {
        return new Likeness(true, false);
    }

    /** The same, where callbacks print lines between those that are shown. */
    public Likeness amongOthers() {
        return new Likeness(textAside, true);
    }

    /** The first difference; empty where what was printed is like what is shown, or nothing is. */
    public Optional<Difference> compare(List<Step.Line> shown, String printed) {
        LooseText loose = new LooseText(shown.stream().map(Step.Line::text).toList(), textAside);
        Comparison comparison = new Comparison(loose, shown, printed);
        return comparison.isAlike() || (amongOthers && comparison.isAmongOthers())
                ? Optional.empty()
                : Optional.of(comparison.difference());
    }
}
