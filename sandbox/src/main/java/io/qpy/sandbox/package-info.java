/** A small internet on 127.0.0.1. */
package io.qpy.sandbox;
