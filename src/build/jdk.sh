# Finds what a build or a run needs on Linux and macOS. Sourced by ./consilium, ./check and ./bench.

# A JDK of exactly version 25 with a compiler: its folder's "release" file says so, without starting it.
is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

# Follows symbolic links by hand: readlink -f is not everywhere.
real_file() {
  local file=$1 link
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in /*) file=$link ;; *) file=$(dirname "$file")/$link ;; esac
  done
  printf '%s\n' "$file"
}

# Sets and exports JAVA_HOME, or says what to install and ends.
find_jdk_25() {
  local place path_java
  path_java=$(command -v java || true)
  [ -z "$path_java" ] || path_java=$(dirname "$(dirname "$(real_file "$path_java")")")
  for place in "${JAVA_HOME:-}" "$path_java" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$place" ] && is_jdk_25 "$place"; then
      export JAVA_HOME=$place
      return
    fi
  done
  echo "consilium: needs a Java 25 development kit (JDK). Install one, for example from https://adoptium.net, or set JAVA_HOME." >&2
  exit 2
}

# Says which of the build's programs is missing, and ends.
need() {
  command -v "$1" >/dev/null 2>&1 && return
  echo "consilium: building needs $2, which is not installed." >&2
  exit 2
}

need_build_tools() {
  need mvn "Maven 3.8.6 or newer (mvn)"
  need node "Node.js (node)"
  need npm "npm"
}
