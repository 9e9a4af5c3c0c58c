#!/bin/sh
# Says hello in the words of $GREETING.
while read -r name; do
    echo "${GREETING:-hello}, $name"
done < "${1:-/etc/hostname}"
