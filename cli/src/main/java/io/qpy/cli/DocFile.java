package io.qpy.cli;

import io.qpy.cli.doc.Block;
import io.qpy.cli.doc.Markdown;
import io.qpy.device.Code;
import io.qpy.runtime.Script;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A document that was read.
 *
 * @param name as the person named it
 * @param path where it is, absolute
 * @param blocks its python blocks
 * @param unclosed the line of a fence of another language that hides what follows; 0 where there is none
 */
record DocFile(String name, Path path, List<Block> blocks, int unclosed) {
    /**
     * Reads a document.
     *
     * @param folder what its name is relative to
     * @throws UsageException when it is not UTF-8
     */
    static DocFile read(Path file, Path folder) throws IOException {
        Path there = folder.resolve(file).toAbsolutePath().normalize();
        try {
            Markdown document = Markdown.of(Script.decode(file.toString(), Files.readAllBytes(there)));
            return new DocFile(file.toString(), there, document.blocks(), document.unclosed());
        } catch (CharacterCodingException e) {
            throw new UsageException(Code.ENCODING, e.getMessage(), e);
        }
    }
}
