#!/bin/sh
exec "$SERVER" --background-index=0 --header-insertion=never --limit-results=0 \
  --limit-references=0 --clang-tidy=0 --use-dirty-headers "$@"
