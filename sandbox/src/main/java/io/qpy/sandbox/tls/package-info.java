/** Certificates that last as long as the sandbox. */
package io.qpy.sandbox.tls;
