# Sourced by the other scripts: finds a JDK 25 and sets JAVA_HOME to it.
# shellcheck shell=bash

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ "$("$1/bin/javac" -version 2>&1 | sed 's/javac \([0-9]*\).*/\1/')" = 25 ]
}

find_jdk_25() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk*; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}

if ! JAVA_HOME=$(find_jdk_25); then
  echo "${0##*/}: expected a JDK 25, but found none in JAVA_HOME, /usr/lib/jvm, ~/.sdkman, ~/.jdks or /opt." >&2
  echo "Install one (for example Temurin 25) or set JAVA_HOME to it, then try again." >&2
  exit 2
fi
export JAVA_HOME
