@echo off
rem Starts Stratoscope with a Java it needs and can find, by reading the "release" file of each candidate.
setlocal EnableExtensions DisableDelayedExpansion
set "needed=25"
set "home="

call :use "%STRATOSCOPE_JAVA_HOME%"
call :use "%JAVA_HOME%"
for %%j in (java.exe) do call :use "%%~dp$PATH:j.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :use "%%~d"

if not defined home (
    echo stratoscope: needs Java %needed% or newer and found none: install a JDK 25, or set STRATOSCOPE_JAVA_HOME to its folder. 1>&2
    exit /b 1
)
"%home%\bin\java.exe" --enable-native-access=@native.access@ %STRATOSCOPE_JAVA_OPTIONS% --module-path "%~dp0..\lib" --module dev.stratoscope.app/dev.stratoscope.app.Main %*
exit /b %ERRORLEVEL%

:use
if defined home exit /b
if "%~1"=="" exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do call :keep "%~1" %%v
exit /b

:keep
set "version=%~2"
set "version=%version:"=%"
if %version% GEQ %needed% set "home=%~1"
exit /b
