/** What Alibaba's and Tencent's IoT clouds have in common: accounts, topics of a device's own, refusals with a reason. */
package io.qpy.sandbox.cloud;
