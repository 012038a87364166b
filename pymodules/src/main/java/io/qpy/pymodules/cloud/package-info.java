/** What stands behind {@code aLiYun} and {@code TenCentYun}; the log-ins themselves are Python, on {@code umqtt}. */
package io.qpy.pymodules.cloud;
