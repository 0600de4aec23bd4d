# For the scripts that build: app/run, tests/run, .ci/run. Sourced, with the top folder as the working directory.

say() {
    printf '\n== %s\n' "$*"
}

# One compiler for each core, but no more than memory holds: a translation unit with Qt and templates takes about 1 GiB.
jobs_at_once() {
    local cores gib
    cores=$(nproc)
    gib=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)
    ((gib >= 1)) || gib=1
    echo $((cores < gib ? cores : gib))
}

# build PRESET [cmake option...]: configures and builds a preset of CMakePresets.json in build/PRESET.
build() {
    local preset=$1
    shift
    say "Building preset $preset in build/$preset"
    cmake --preset "$preset" "$@" < /dev/null
    cmake --build --preset "$preset" --parallel "$(jobs_at_once)" < /dev/null
}

# run_tests PRESET [ctest option...]: needs no display.
run_tests() {
    local preset=$1
    shift
    say "Testing preset $preset"
    QT_QPA_PLATFORM=offscreen ctest --preset "$preset" --parallel "$(nproc)" "$@" < /dev/null
}
