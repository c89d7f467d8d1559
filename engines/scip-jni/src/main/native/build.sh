#!/bin/sh
# Compiles the C files to the given file, where a compiler and the JDK's headers are there.
# Without arguments it renews the committed library under src/main/resources.
set -e
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/../resources/native/linux-x86_64/libquartermaster_scip.so}
home=${2:-${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}}
if [ "$(uname -s)-$(uname -m)" != Linux-x86_64 ]; then
    echo "scip-jni: not Linux on x86_64, the committed library is used"
    exit 0
fi
if ! command -v gcc >/dev/null 2>&1; then
    echo "scip-jni: no gcc here, the committed library is used"
    exit 0
fi
if [ ! -f "$home/include/jni.h" ]; then
    echo "scip-jni: no jni.h in this JDK, the committed library is used"
    exit 0
fi
cd "$here"
LC_ALL=C
export LC_ALL
hash=$(cat *.c *.h | sha256sum | cut -d ' ' -f 1)
mkdir -p "$(dirname "$out")"
gcc -std=c11 -O2 -Wall -Wextra -Werror -fPIC -shared -s -fvisibility=hidden \
    -Wl,--build-id=none -Wl,-z,relro,-z,now "-DSOURCE_SHA256=\"$hash\"" \
    -I"$home/include" -I"$home/include/linux" -o "$out.part" *.c -ldl
mv "$out.part" "$out"
