package io.qpy.tests;

import io.qpy.support.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The documentation's table of cipher suites, and what the servers of Debian's can be made to offer of it. */
final class SuiteTable {
    static final int SIGNAL = 0x00ff; // TLS_EMPTY_RENEGOTIATION_INFO_SCSV

    private static final Path DOCUMENT = Path.of("../../shared/docs/quecpython-third-party.md");
    private static final Pattern ROW = Pattern.compile("\\|\\s*(TLS_\\w+) \\(0x([0-9a-f]{4})\\)\\s*\\|");

    private SuiteTable() {}

    /** Names and numbers, in the table's order, the signal too. */
    static Map<String, Integer> read() throws IOException {
        Map<String, Integer> table = new LinkedHashMap<>();
        Matcher row = ROW.matcher(Files.readString(DOCUMENT));
        while (row.find()) {
            table.put(row.group(1), Integer.parseInt(row.group(2), 16));
        }
        return table;
    }

    /** Lines such as {@code 0xC0,0x2C - ECDHE-ECDSA-AES256-GCM-SHA384 TLSv1.2 …}: number to OpenSSL's name. */
    static Map<Integer, String> openssl() throws IOException, InterruptedException {
        Pattern line = Pattern.compile("0x([0-9A-F]{2}),0x([0-9A-F]{2}) - (\\S+)");
        Map<Integer, String> names = new LinkedHashMap<>();
        Matcher row = line.matcher(Program.of("openssl", "ciphers", "-V", "ALL:COMPLEMENTOFALL:@SECLEVEL=0")
                .run());
        while (row.find()) {
            names.put(Integer.parseInt(row.group(1) + row.group(2), 16), row.group(3));
        }
        return names;
    }

    /** Lines such as {@code TLS_RSA_AES_128_CCM 0xc0, 0x9c TLS1.2}. */
    static Set<Integer> gnutls() throws IOException, InterruptedException {
        Set<Integer> codes = new TreeSet<>();
        Matcher row = Pattern.compile("TLS_\\w+\\s+0x([0-9a-f]{2}), 0x([0-9a-f]{2})")
                .matcher(Program.of("gnutls-cli", "--list").run());
        while (row.find()) {
            codes.add(Integer.parseInt(row.group(1) + row.group(2), 16));
        }
        return codes;
    }

    /** GnuTLS's priority string for one suite only. */
    static String priority(String suite) {
        String[] parts = suite.substring("TLS_".length()).split("_WITH_", 2);
        String cipher = parts[1];
        boolean isCbc = cipher.contains("_CBC_");
        String mac = isCbc ? cipher.substring(cipher.lastIndexOf('_') + 1) : "AEAD";
        String name = cipher.replaceAll("_SHA\\d*$", "").replace('_', '-').toUpperCase(Locale.ROOT);
        return "NONE:+VERS-TLS1.2:+SIGN-ALL:+GROUP-ALL:+CTYPE-X509:+" + parts[0].replace('_', '-') + ":+" + name + ":+"
                + (mac.equals("SHA") ? "SHA1" : mac);
    }

    /** Which of {@link TlsIdentities} a suite wants. */
    static String identity(String suite) {
        return suite.startsWith("TLS_ECDHE_ECDSA") ? "ecdsa" : "rsa";
    }
}
