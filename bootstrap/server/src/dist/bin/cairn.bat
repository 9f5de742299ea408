@echo off
rem Runs Cairn on the JDK 25 that CAIRN_JAVA_HOME, JAVA_HOME or PATH names.
setlocal
set "JAVA="
for /f "delims=" %%j in ('where java 2^>nul') do if not defined JAVA set "JAVA=%%j"
if not "%JAVA_HOME%"=="" set "JAVA=%JAVA_HOME%\bin\java.exe"
if not "%CAIRN_JAVA_HOME%"=="" set "JAVA=%CAIRN_JAVA_HOME%\bin\java.exe"
if not defined JAVA goto none
for %%j in ("%JAVA%") do set "RELEASE=%%~dpj..\release"
if exist "%RELEASE%" (
  findstr /r /c:"JAVA_VERSION=.2[5-9]" /c:"JAVA_VERSION=.[3-9][0-9]" "%RELEASE%" >nul || goto none
) else (
  "%JAVA%" -XshowSettings:properties -version 2>&1 | findstr /r /c:"java.specification.version = 2[5-9]" /c:"java.specification.version = [3-9][0-9]" >nul || goto none
)
rem Without the cache, or with one of another JDK, it starts all the same, only later.
set "CACHE=-XX:AOTMode=auto"
set "ARCHIVE=%~dp0..\lib\cairn.aot"
if "%~1"=="mcp" set "ARCHIVE=%~dp0..\lib\cairn-mcp.aot"
if not "%~1"=="mcp" if not "%~1"=="serve" if not "%CAIRN_URL%"=="" set "ARCHIVE=%~dp0..\lib\cairn-client.aot"
if exist "%ARCHIVE%" set "CACHE=-XX:AOTCache=%ARCHIVE%"
"%JAVA%" "@%~dp0..\lib\jvm.options" "%CACHE%" "-Xlog:aot*=off,cds*=off" "-Dcairn.native=%~dp0..\lib\native" %CAIRN_JAVA_OPTS% -cp "%~dp0..\lib\cairn-server.jar" dev.cairn.server.Main %*
exit /b %ERRORLEVEL%
:none
echo cairn: no Java 25 found. Install a JDK 25 and set CAIRN_JAVA_HOME to it. 1>&2
exit /b 1
