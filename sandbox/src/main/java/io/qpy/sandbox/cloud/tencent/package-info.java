/** Tencent Cloud's IoT Hub. "Unconfirmed" in a comment: nobody could check it against the real cloud. */
package io.qpy.sandbox.cloud.tencent;
