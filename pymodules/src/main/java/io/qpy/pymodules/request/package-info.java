/** HTTP for the module {@code request}, on OkHttp. */
package io.qpy.pymodules.request;
