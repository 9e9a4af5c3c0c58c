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
rem A start-up cache fits the very path of the jars it was made with, and no other way to say it.
for %%d in ("%~dp0..") do set "program=%%~fd"

rem A command lives for seconds: the best compiler shall look only at what really runs often.
set "tuning=-XX:+UseSerialGC -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000"
if "%STRATOSCOPE_TRAIN%"=="window" set "tuning="

rem STRATOSCOPE_TRAIN=command and =window make the start-up caches again: for another Java, or in another folder.
if defined STRATOSCOPE_TRAIN (
    "%home%\bin\java.exe" --enable-native-access=@native.access@ "-XX:AOTCacheOutput=%program%\cache\%STRATOSCOPE_TRAIN%.aot" %tuning% %STRATOSCOPE_JAVA_OPTIONS% --module-path "%program%\lib" --module dev.stratoscope.app/dev.stratoscope.app.Rehearsal "%STRATOSCOPE_TRAIN%"
    exit /b
)
rem A first word of letters is a command; everything else may open the window.
set "cache=window"
for /f "delims=abcdefghijklmnopqrstuvwxyz" %%w in ("%~1.") do if "%%~w"=="." set "cache=command"
if "%~1"=="" set "cache=window"
if "%~1"=="--help" set "cache=command"
if "%~1"=="--version" set "cache=command"
if "%cache%"=="window" set "tuning="
set "cache=%program%\cache\%cache%.aot"
set "option="
if exist "%cache%" set option="-XX:AOTCache=%cache%"
rem Java passes over a cache that does not fit, and shall not talk of it; what else it warns of is no output.
"%home%\bin\java.exe" --enable-native-access=@native.access@ %option% %tuning% -Xlog:disable -Xlog:all=warning,aot*=off,cds*=off:stderr %STRATOSCOPE_JAVA_OPTIONS% --module-path "%program%\lib" --module dev.stratoscope.app/dev.stratoscope.app.Main %*
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
