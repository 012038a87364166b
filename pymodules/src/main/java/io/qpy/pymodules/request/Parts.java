package io.qpy.pymodules.request;

/** What the requests of a device share. */
record Parts(HttpCalls calls, OpenAnswers answers) {}
