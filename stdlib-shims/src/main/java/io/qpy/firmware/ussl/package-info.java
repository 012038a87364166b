/** TLS over a socket as a script holds it: {@code ussl}. */
package io.qpy.firmware.ussl;
