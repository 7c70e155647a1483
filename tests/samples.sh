#!/bin/sh
# SPDX-License-Identifier: MIT
# samples/ is what its generator writes: samples.sh GENERATOR SAMPLES
set -eu
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$1" "$out"
diff -r -x README.md "$out" "$2"
