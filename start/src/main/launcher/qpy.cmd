@echo off
rem Starts qpy on QPY_JAVA_HOME, else JAVA_HOME, else the java on the PATH; it must be 17 or newer.
setlocal
set "QPY_LIB=%~dp0..\lib"
rem The runtime's jar first: some of its classes come before those of GraalPy with the same name.
for %%f in ("%QPY_LIB%\qpy-runtime-*.jar") do set "QPY_RUNTIME=%%~f"
set "QPY_JAVA=java"
if defined JAVA_HOME set "QPY_JAVA=%JAVA_HOME%\bin\java"
if defined QPY_JAVA_HOME set "QPY_JAVA=%QPY_JAVA_HOME%\bin\java"
"%QPY_JAVA%" -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -Xmx1g -Dfile.encoding=UTF-8 -Dio.netty.machineId=00:00:00:00:00:00:00:01 -Djavax.management.builder.initial=io.qpy.runtime.Unmanaged -XX:-UsePerfData -Dio.netty.jfr.enabled=false -Djdk.reflect.useNativeAccessorOnly=true %QPY_JAVA_OPTS% -cp "%QPY_RUNTIME%;%QPY_LIB%\*" io.qpy.cli.Main %*
exit /b %ERRORLEVEL%
