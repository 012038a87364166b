package com.example;

import io.qpy.junit.DeviceTests;

/** Stands for the tests in src/test/python. */
@DeviceTests(usr = "src/main/python")
class PythonTest {}
