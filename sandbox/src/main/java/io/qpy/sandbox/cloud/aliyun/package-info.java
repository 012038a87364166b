/** Alibaba Cloud's IoT Platform. "Unconfirmed" in a comment: nobody could check it against the real cloud. */
package io.qpy.sandbox.cloud.aliyun;
