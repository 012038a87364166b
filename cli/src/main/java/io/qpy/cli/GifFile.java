package io.qpy.cli;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures that follow each other, a second each, as a GIF file; by the JDK. More than 256 colours become the nearest 256. */
final class GifFile implements AutoCloseable {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final String SECOND = "100"; // hundredths
    private static final byte[] FOR_EVER = {1, 0, 0};

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file);

    GifFile() throws IOException {
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    /** Adds a picture, a PNG file's. */
    void add(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        writer.writeToSequence(new IIOImage(image, null, lasting(image)), null);
    }

    private IIOMetadata lasting(RenderedImage image) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        ((IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0))
                .setAttribute("delayTime", SECOND);
        IIOMetadataNode again = new IIOMetadataNode("ApplicationExtension");
        again.setAttribute("applicationID", "NETSCAPE");
        again.setAttribute("authenticationCode", "2.0");
        again.setUserObject(FOR_EVER);
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(again);
        root.appendChild(extensions);
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    /** Returns the file; nothing can be added after that. */
    byte[] content() throws IOException {
        writer.endWriteSequence();
        out.flush();
        return file.toByteArray();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        out.close();
    }
}
