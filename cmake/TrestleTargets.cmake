# Settings that every target of ours shares, and the three shapes of target the project has.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()

# Tests are run in this build type, and a broken invariant must stop them: assertions stay, ours and the library's.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -D_GLIBCXX_ASSERTIONS")

add_library(trestle_settings INTERFACE)
target_compile_options(trestle_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Woverloaded-virtual
  -Wnon-virtual-dtor
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  # g++ 12 at -O3 takes "text" + std::string for an overlapping copy within its own library, and a struct that an
  # exception leaves half made for one that is destroyed whole.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict;-Wno-maybe-uninitialized>
  # clang blames our code for what the standard library of g++ 12 uses within std::stable_sort.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
if(TRESTLE_WERROR)
  target_compile_options(trestle_settings INTERFACE -Werror)
endif()
if(TRESTLE_SANITIZE)
  target_compile_options(trestle_settings INTERFACE -fsanitize=${TRESTLE_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all -D_GLIBCXX_ASSERTIONS
    # The checks that the sanitizers add mislead this warning of g++.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(trestle_settings INTERFACE -fsanitize=${TRESTLE_SANITIZE})
endif()
if(TRESTLE_FUZZ)
  target_compile_options(trestle_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Most of the time that a file takes goes into headers (CLI11, nlohmann_json, valijson): several files of a library
# compiled as one halve it. File-local names are therefore unique within a library, in ui/ within a folder. Off, each file
# is compiled alone, which is what editors and clang-tidy want.
option(TRESTLE_UNITY "Compile several files of a library at a time" ON)

# trestle_unity(TARGET BATCH_SIZE)
function(trestle_unity target size)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${TRESTLE_UNITY} UNITY_BUILD_BATCH_SIZE ${size})
endfunction()

# trestle_unity_by_folder(TARGET FILES...): each folder's files as one.
function(trestle_unity_by_folder target)
  foreach(file IN LISTS ARGN)
    cmake_path(GET file PARENT_PATH folder)
    cmake_path(GET folder FILENAME group)
    set_source_files_properties("${file}" PROPERTIES UNITY_GROUP ${group})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${TRESTLE_UNITY} UNITY_BUILD_MODE GROUP)
endfunction()

# trestle_library(NAME [LINK libs...] [PRIVATE libs...] [QT]): a folder's library. Headers are included by their path
# from the folder's parent ("models/plan/plan.h"), and only the folders of linked libraries are on the include path.
function(trestle_library name)
  cmake_parse_arguments(ARG "QT" "" "LINK;PRIVATE" ${ARGN})
  get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  add_library(${name} STATIC ${sources})
  # A folder of links, one per library, so that linking a library is what makes its headers visible.
  set(view "${CMAKE_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${view}")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${view}/${folder}" SYMBOLIC)
  target_include_directories(${name} PUBLIC "${view}")
  target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE trestle_settings ${ARG_PRIVATE})
  if(NOT ARG_QT)
    trestle_unity(${name} 8)
  else() # the window's many files have constants of their own
    trestle_unity_by_folder(${name} ${sources})
    set_target_properties(${name} PROPERTIES AUTOMOC ON AUTORCC ON)
    target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS QT_NO_CAST_TO_ASCII QT_NO_FOREACH)
  endif()
endfunction()
