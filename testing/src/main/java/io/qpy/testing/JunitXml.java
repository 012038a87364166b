package io.qpy.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results as the XML that CI servers read, in the shape of pytest's {@code --junitxml}. */
public final class JunitXml {
    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes a file of results. */
    public static void write(Path target, List<TestResult> results) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            new JunitXml(xml).document(results);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(target + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void document(List<TestResult> results) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "qpy");
        xml.writeAttribute("tests", String.valueOf(results.size()));
        count("failures", results, TestResult.Outcome.FAILED);
        count("errors", results, TestResult.Outcome.ERROR);
        count("skipped", results, TestResult.Outcome.SKIPPED);
        Duration time = results.stream().map(TestResult::time).reduce(Duration.ZERO, Duration::plus);
        xml.writeAttribute("time", seconds(time));
        for (TestResult result : results) {
            testCase(result);
        }
        xml.writeEndDocument();
    }

    private void count(String attribute, List<TestResult> results, TestResult.Outcome outcome)
            throws XMLStreamException {
        long count = results.stream().filter(each -> each.outcome() == outcome).count();
        xml.writeAttribute(attribute, String.valueOf(count));
    }

    private void testCase(TestResult result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", className(result.id()));
        xml.writeAttribute("name", name(result.id()));
        xml.writeAttribute("file", result.id().file().path().toString());
        xml.writeAttribute(
                "line", String.valueOf(Math.max(result.line(), result.id().line())));
        xml.writeAttribute("time", seconds(result.time()));
        switch (result.outcome()) {
            case PASSED -> {}
            case SKIPPED -> note("skipped", result);
            case FAILED -> note("failure", result);
            case ERROR -> note("error", result);
        }
        text("system-out", result.output());
        text("system-err", String.join("\n", result.notices()));
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.writeStartElement(element);
            xml.writeCharacters(valid(text));
            xml.writeEndElement();
        }
    }

    private void note(String element, TestResult result) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", valid(result.reason()));
        xml.writeCharacters(valid(result.detail()));
        xml.writeEndElement();
    }

    /** The path with dots, and the class of the test if it has one. */
    private static String className(TestId id) {
        String path = id.file().path().toString().replaceFirst("\\.py$", "").replaceAll("[/\\\\]", ".");
        int colons = id.name().lastIndexOf("::");
        return colons < 0 ? path : path + "." + id.name().substring(0, colons).replace("::", ".");
    }

    private static String name(TestId id) {
        return id.name().isEmpty()
                ? id.file().path().getFileName().toString()
                : id.name()
                        .substring(
                                id.name().lastIndexOf("::") < 0 ? 0 : id.name().lastIndexOf("::") + 2);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    /** XML has no place for most control characters and for lone surrogates. */
    private static String valid(String text) {
        StringBuilder valid = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> valid.appendCodePoint(
                        c == '\t' || c == '\n' || (c >= ' ' && c < 0xd800) || (c > 0xdfff && c != 0xfffe && c != 0xffff)
                                ? c
                                : 0xfffd));
        return valid.toString();
    }
}
