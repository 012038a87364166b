/** What the modules that talk to the network share. */
package io.qpy.pymodules.network;
