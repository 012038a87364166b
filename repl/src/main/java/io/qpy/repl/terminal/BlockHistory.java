package io.qpy.repl.terminal;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** What was entered, a block as a whole and without the blank line that ended it. */
final class BlockHistory extends DefaultHistory {
    @Override
    public void add(Instant time, String line) {
        String block = line.stripTrailing();
        if (!block.isEmpty()) {
            super.add(time, block);
        }
    }
}
