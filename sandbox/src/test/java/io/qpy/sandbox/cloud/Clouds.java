package io.qpy.sandbox.cloud;

import io.qpy.sandbox.Sandbox;
import io.qpy.support.OpenSsl;
import java.time.Instant;
import java.util.Base64;

/** A sandbox with a few accounts, and their log-ins. */
final class Clouds {
    static final String PK = "a1TestKey01";
    static final String OTHER_PK = "a1TestKey02";
    static final String PRODUCT_SECRET = "Pr0ductS3cretOf1";
    static final String SECRET = "9facf9aba414ec9eea7c10d8a4cb69a0";
    static final String SECRET_2 = "0a96bc4a8d01c7aee9ce414aba9fcaf9";

    static final String PID = "ABCDEFGHIJ";
    static final String TX_PRODUCT_SECRET = "8XzjN8rfgFVGDTNTUGau4snA";
    static final String PSK = "7WmFA/MEs+Fy+32QwJWtYw==";
    static final String PSK_2 = "AAECAwQFBgcICQoLDA0ODw==";

    private Clouds() {}

    static Sandbox sandbox(boolean strict) {
        return builder(strict).build();
    }

    static Sandbox.Builder builder(boolean strict) {
        Accounts aliyun = Accounts.builder()
                .product(PK, PRODUCT_SECRET)
                .device(PK, "dev1", SECRET)
                .device(PK, "dev2", SECRET_2)
                .device(PK, "fresh", "")
                .product(OTHER_PK, "An0therPr0ductS3")
                .strict(strict)
                .build();
        Accounts tencent = Accounts.builder()
                .product(PID, TX_PRODUCT_SECRET)
                .device(PID, "d1", PSK)
                .device(PID, "d2", PSK_2)
                .device(PID, "fresh", "")
                .product("S3EUVBRJLB", TX_PRODUCT_SECRET)
                .device("S3EUVBRJLB", "device_1234", "")
                .strict(strict)
                .build();
        return Sandbox.builder().aliyunAccounts(aliyun).tencentAccounts(tencent);
    }

    /** As the module logs in; the signature by openssl. */
    static Credentials aliyun(String id, String name, String secret) throws Exception {
        String content = "clientId%sdeviceName%sproductKey%s".formatted(id, name, PK);
        return new Credentials(
                id + "|securemode=3,signmethod=hmacsha256|", name + "&" + PK, OpenSsl.hmac("sha256", secret, content));
    }

    static Credentials register(String name, String random) throws Exception {
        String content = "deviceName%sproductKey%srandom%s".formatted(name, PK, random);
        return new Credentials(
                "cid|securemode=2,authType=register,random=%s,signmethod=hmacsha256|".formatted(random),
                name + "&" + PK,
                OpenSsl.hmac("sha256", PRODUCT_SECRET, content));
    }

    static Credentials tencent(String name, String psk) throws Exception {
        return tencent(name, psk, Instant.now().getEpochSecond() + 3600);
    }

    static Credentials tencent(String name, String psk, long expiry) throws Exception {
        String user = "%s%s;12010126;38291;%d".formatted(PID, name, expiry);
        String signature = OpenSsl.hmac("sha256", Base64.getDecoder().decode(psk), user);
        return new Credentials(PID + name, user, signature + ";hmacsha256");
    }
}
