package io.qpy.sandbox.cloud.tencent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PskCipherTest {
    /** From Tencent's qcloud-iot-sdk-embedded-c, docs/IoT_Hub, the dynamic registration sample (facts.md 4.7). */
    @Test
    void encryptsAsTencentsOwnSample() {
        assertEquals(
                "eHGRUBar9LBPI+mcaHnVEZsj05mSdoZLPhd54hDJXv/2va2rXSpfddgRy5XE/FIS835NjUr5Mhw1AJSg4yGC/w==",
                PskCipher.encrypt(
                        "8XzjN8rfgFVGDTNTUGau4snA", "{\"encryptionType\":2,\"psk\":\"7WmFA/MEs+Fy+32QwJWtYw==\"}"));
    }
}
