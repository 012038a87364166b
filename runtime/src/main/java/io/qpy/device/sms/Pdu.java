package io.qpy.device.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A message on its way to the module (SMS-DELIVER) or from it (SMS-SUBMIT), as 3GPP TS 23.040 has them.
 *
 * @param number of the other end: digits, with a + in front if it is international; or letters
 * @param text of this part
 * @param unicode whether the text is UCS-2, else it is of the GSM alphabet
 * @param time when the message centre took it; null in one from the module
 * @param reference which long message it is a part of; 0 to 255
 * @param part from 1 on
 * @param parts how many there are, 1 for a message that is no part
 */
public record Pdu(String number, String text, boolean unicode, LocalDateTime time, int reference, int part, int parts) {
    private static final int SUBMIT = 1;
    private static final int LAST = 0x04; // no more messages wait
    private static final int RELATIVE = 0x10; // a validity period of one octet
    private static final int HAS_HEADER = 0x40;
    private static final int UCS2 = 8;
    private static final int LONGEST_VALIDITY = 0xFF;
    private static final byte[] PART = {5, 0, 3}; // a header of 5 octets, whose element 0 has 3
    private static final int HEADER = 6;
    private static final int HEADER_SEPTETS = 7;
    private static final int SEPTET = 7;
    private static final int TIME = 7;
    private static final int CHINA = 32; // quarters of an hour, of the stamps' zone

    /** The messages that a text takes. It goes as UCS-2 if that is asked for, or the GSM alphabet lacks one of its characters. */
    public static List<Pdu> of(String number, String text, boolean unicode, LocalDateTime time, int reference) {
        boolean wide = unicode || !GsmAlphabet.has(text);
        List<String> parts = Parts.of(text, wide);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Pdu(number, parts.get(i), wide, time, reference & 0xFF, i + 1, parts.size()))
                .toList();
    }

    /** Whether it goes to the module. */
    public boolean isIncoming() {
        return time != null;
    }

    /** The octets, with the message centre's address in front; empty for the module's own. */
    public byte[] octets(String centre) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] address = centre.isEmpty() ? new byte[0] : Address.encode(centre);
        out.write(address.length);
        out.writeBytes(address);
        out.write((isIncoming() ? LAST : (SUBMIT | RELATIVE)) | (parts > 1 ? HAS_HEADER : 0));
        if (!isIncoming()) {
            out.write(reference);
        }
        out.write(Address.length(number));
        out.writeBytes(Address.encode(number));
        out.write(0);
        out.write(unicode ? UCS2 : 0);
        if (isIncoming()) {
            out.writeBytes(stamp());
        } else {
            out.write(LONGEST_VALIDITY);
        }
        writeText(out);
        return out.toByteArray();
    }

    private void writeText(ByteArrayOutputStream out) {
        byte[] header = parts > 1 ? header() : new byte[0];
        if (unicode) {
            byte[] text16 = text.getBytes(StandardCharsets.UTF_16BE);
            out.write(header.length + text16.length);
            out.writeBytes(header);
            out.writeBytes(text16);
            return;
        }
        byte[] septets = GsmAlphabet.septets(text);
        int skipped = header.length == 0 ? 0 : HEADER_SEPTETS * SEPTET;
        out.write(skipped / SEPTET + septets.length);
        byte[] packed = GsmAlphabet.pack(skipped, septets);
        System.arraycopy(header, 0, packed, 0, header.length);
        out.writeBytes(packed);
    }

    private byte[] header() {
        byte[] header = Arrays.copyOf(PART, HEADER);
        header[3] = (byte) reference;
        header[4] = (byte) parts;
        header[5] = (byte) part;
        return header;
    }

    private byte[] stamp() {
        int[] fields = {
            time.getYear() % 100,
            time.getMonthValue(),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond(),
            CHINA
        };
        byte[] stamp = new byte[TIME];
        for (int i = 0; i < TIME; i++) {
            stamp[i] = (byte) (((fields[i] % 10) << 4) | (fields[i] / 10));
        }
        return stamp;
    }

    /**
     * Reads octets; empty where they are none of a message. One whose text ends too early has what is there, as the documentation's own
     * examples have (facts-board.md B5.9).
     */
    public static Optional<Pdu> read(byte... octets) {
        try {
            return Optional.of(new Reader(octets).read());
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How many octets belong to the message centre's address, with the one that says so. */
    public static int centreLength(byte... octets) {
        return octets.length == 0 ? 0 : 1 + (octets[0] & 0xFF);
    }

    private static final class Reader {
        private final byte[] octets;
        private int at;

        Reader(byte... octets) {
            this.octets = octets;
            at = centreLength(octets);
        }

        private int next() {
            return octets[at++] & 0xFF;
        }

        Pdu read() {
            int first = next();
            boolean incoming = (first & 3) == 0;
            int own = incoming ? 0 : next();
            int length = next();
            String number = Address.read(length, Arrays.copyOfRange(octets, at, at + Address.octets(length)));
            at += Address.octets(length);
            next();
            int coding = next();
            LocalDateTime time = incoming ? time() : null;
            if (!incoming) {
                at += validity(first);
            }
            return text(number, coding, time, (first & HAS_HEADER) != 0, own);
        }

        private static int validity(int first) {
            return switch ((first >> 3) & 3) {
                case 0 -> 0;
                case 2 -> 1;
                default -> TIME;
            };
        }

        private LocalDateTime time() {
            int[] fields = new int[TIME];
            for (int i = 0; i < TIME; i++) {
                int octet = next();
                fields[i] = (octet & 0xF) * 10 + (octet >> 4);
            }
            return LocalDateTime.of(2000 + fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
        }

        private Pdu text(String number, int coding, LocalDateTime time, boolean hasHeader, int own) {
            int length = next();
            byte[] data = Arrays.copyOfRange(octets, at, Math.max(at, octets.length));
            int header = hasHeader ? 1 + (data[0] & 0xFF) : 0;
            boolean wide = (coding & 0x0C) == UCS2;
            String text = wide ? wide(data, header, length) : narrow(data, header, length, coding);
            boolean isPart = header == HEADER && data[1] == 0;
            return isPart
                    ? new Pdu(number, text, wide, time, data[3] & 0xFF, data[5] & 0xFF, data[4] & 0xFF)
                    : new Pdu(number, text, wide, time, own, 1, 1);
        }

        private static String wide(byte[] data, int header, int length) {
            int end = Math.max(header, Math.min(length, data.length));
            return new String(data, header, end - header, StandardCharsets.UTF_16BE);
        }

        private static String narrow(byte[] data, int header, int length, int coding) {
            if ((coding & 0x0C) == 4) { // 8 bits: no text, as the octets are
                return new String(
                        data, header, Math.max(0, Math.min(length, data.length) - header), StandardCharsets.ISO_8859_1);
            }
            int headerSeptets = (8 * header + SEPTET - 1) / SEPTET;
            return GsmAlphabet.text(
                    GsmAlphabet.unpack(headerSeptets * SEPTET, Math.max(0, length - headerSeptets), data));
        }
    }
}
