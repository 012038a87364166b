package io.qpy.pymodules.ntptime;

import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.net.DatagramPacket;
import java.util.List;
import org.apache.commons.net.ntp.NtpV3Impl;

/** What an NTP server answers, as the library reads it. */
public final class NtpAnswerParser implements Parser {
    @Override
    public List<byte[]> seeds() {
        return Seeds.bytes(
                "\034\001\000\354" + "\0".repeat(8) + "LOCL" + "\352\273\0\0\0\0\0\0".repeat(4),
                "\334\020" + "\0".repeat(46));
    }

    @Override
    public String parse(byte[] input) {
        NtpV3Impl message = new NtpV3Impl();
        try {
            message.setDatagramPacket(new DatagramPacket(input, input.length));
            return message.getMode() + " " + message.getStratum() + " "
                    + (message.getTransmitTimeStamp().getTime() < 0);
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }
}
