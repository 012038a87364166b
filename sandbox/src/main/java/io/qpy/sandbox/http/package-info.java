/** An HTTP/1.0 and 1.1 server whose answers have the shape of httpbin.org's, which the documentation's examples use. */
package io.qpy.sandbox.http;
