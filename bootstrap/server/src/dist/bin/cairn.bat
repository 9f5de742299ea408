@echo off
rem Runs Cairn on the JDK 25 that CAIRN_JAVA_HOME, JAVA_HOME or PATH names.
setlocal
set "JAVA=java"
if not "%JAVA_HOME%"=="" set "JAVA=%JAVA_HOME%\bin\java"
if not "%CAIRN_JAVA_HOME%"=="" set "JAVA=%CAIRN_JAVA_HOME%\bin\java"
"%JAVA%" -XshowSettings:properties -version 2>&1 | findstr /r /c:"java.specification.version = 2[5-9]" /c:"java.specification.version = [3-9][0-9]" >nul
if errorlevel 1 (
  echo cairn: no Java 25 found. Install a JDK 25 and set CAIRN_JAVA_HOME to it. 1>&2
  exit /b 1
)
"%JAVA%" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "%~dp0..\lib\*" dev.cairn.server.Main %*
