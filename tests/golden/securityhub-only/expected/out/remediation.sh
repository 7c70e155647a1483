#!/bin/sh
## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:30:00 UTC
## Nothing here runs as it stands. Read an entry, take the first # and the space behind it off its lines, fill in what stands in <>, and run it; then the next.
## Nothing fails: there is nothing to put right.
set -eu
