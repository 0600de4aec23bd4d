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

# Presets that compile the same file with the same flags share the result. Paths are hashed as seen from this folder.
use_compiler_cache() {
    command -v ccache > /dev/null || return 0
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache
    export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
}

# build PRESET [cmake option...]: configures and builds a preset of CMakePresets.json in build/PRESET.
build() {
    local preset=$1
    shift
    say "Building preset $preset in build/$preset"
    use_compiler_cache
    cmake --preset "$preset" "$@" < /dev/null
    cmake --build --preset "$preset" --parallel "$(jobs_at_once)" < /dev/null
}

# run_tests PRESET [ctest option...]: needs no display. One more at once than there are cores: some wait for the disk.
run_tests() {
    local preset=$1
    shift
    say "Testing preset $preset"
    QT_QPA_PLATFORM=offscreen ctest --preset "$preset" --parallel "$(($(nproc) + 1))" "$@" < /dev/null
}
