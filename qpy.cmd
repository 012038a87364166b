@echo off
rem qpy from a checkout: builds it with Maven when it has not been built or its sources have changed, then starts it.
setlocal
set "QPY_ROOT=%~dp0"
powershell -NoProfile -ExecutionPolicy Bypass -Command "$s = Get-Item (Join-Path $env:QPY_ROOT 'cli\target\qpy.built') -ErrorAction SilentlyContinue; if (-not $s) { exit 1 }; $n = 'runtime','stdlib-shims','pymodules','serial','sandbox','wiring','repl','start','check','testing','picocli','cli' | ForEach-Object { Get-Item (Join-Path $env:QPY_ROOT ($_ + '\pom.xml')); Get-ChildItem -Recurse (Join-Path $env:QPY_ROOT ($_ + '\src\main')) } | Where-Object { $_.LastWriteTime -gt $s.LastWriteTime } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
if not errorlevel 1 goto run
echo qpy: building (about a minute the first time, while Maven fetches what it needs) ... [build] 1>&2
pushd "%QPY_ROOT%"
call mvn -B -q -pl cli -am -DskipTests -Dspotless.check.skip package 1>cli-build.log 2>&1
if errorlevel 1 (
    type cli-build.log 1>&2
    popd
    exit /b 70
)
del cli-build.log
type nul > cli\target\qpy.built
popd
:run
call "%QPY_ROOT%cli\target\qpy\bin\qpy.cmd" %*
exit /b %ERRORLEVEL%
