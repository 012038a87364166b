/** The one thread that serves every socket of a sandbox. */
package io.qpy.sandbox.net;
