package io.qpy.device.sms;

import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** PDUs of messages: from a script, or from whoever writes to the module. */
public final class PduParser implements Parser {
    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "0891683110305005F0240BA19169256015F70000022141013044230B31D98C56B3DD70B97018",
                        "0891683108501505F0440D91688122162743F200081270319043442308050003070201 4F60",
                        "0011000D91688122162743F20000AA0A31D98C56B3DD703918",
                        "000405D0C2B0BB0C00006212102281952303E1F01C")
                .map(digits -> HexFormat.of().parseHex(digits.replace(" ", "")))
                .toList();
    }

    @Override
    public List<byte[]> words() {
        return Seeds.bytes("\0", "\377", "\5\0\3", "\33", "\200\200", "\60\0\15\221", "\10");
    }

    @Override
    public String parse(byte[] input) {
        return Pdu.read(input)
                .map(pdu -> {
                    String again = Pdu.read(pdu.octets("")).map(Pdu::text).orElse("none");
                    return (pdu.isIncoming() ? "in " : "out ")
                            + pdu.unicode()
                            + (pdu.parts() > 1)
                            + again.equals(pdu.text());
                })
                .orElse("none");
    }
}
