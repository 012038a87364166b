/** Documents as {@code qpy doc} reads them: their blocks, transcripts, placeholders. Runs nothing. */
package io.qpy.cli.doc;
