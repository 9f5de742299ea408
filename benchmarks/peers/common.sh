# Sourced by the commands of this folder: finds JDK 25 and brings the npm packages. PEERS_MAVEN_FLAGS=-o builds offline.
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
target=$root/benchmarks/target

for jdk in "${CAIRN_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    if grep -q '^JAVA_VERSION="25' "$jdk/release" 2>/dev/null; then
        PEERS_JDK=$jdk
        break
    fi
done
[ -n "${PEERS_JDK:-}" ] || { echo "No JDK 25: set JAVA_HOME" >&2; exit 1; }
export PEERS_JDK

if [ ! "$here/node_modules/.package-lock.json" -nt "$here/package-lock.json" ]; then
    (cd "$here" && npm ci --loglevel=error)
fi

build_benchmarks() {
    # shellcheck disable=SC2086 # the flags are words
    (cd "$root" && mvn ${PEERS_MAVEN_FLAGS:-} -q package dependency:build-classpath -Dmdep.outputFile=target/classpath.txt \
        -pl benchmarks -am -DskipTests)
}
