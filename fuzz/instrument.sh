#!/bin/sh
# Stands between cargo and the compiler: the readers and the targets get coverage, the libraries below them do not,
# so that a build takes minutes.
compiler=$1
shift
case " $* " in
*" --crate-name formats "* | *" --crate-name formats_fuzz "* | *" --crate-name quick_xml "* | *" fuzz_targets/"*)
    exec "$compiler" "$@" -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
        -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
        -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions -Ccodegen-units=4
    ;;
*) exec "$compiler" "$@" ;;
esac
