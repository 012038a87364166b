/** HTTP for the module {@code request}. */
package io.qpy.pymodules.request;
