# embed_json(TARGET ROOT): every ROOT/**/*.json becomes part of TARGET; data/embedded.h finds it by its path below ROOT.
function(embed_json target root)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${root}" "${root}/*.json")
  set(generated "${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp")
  set(absolute ${files})
  list(TRANSFORM absolute PREPEND "${root}/")
  add_custom_command(OUTPUT "${generated}"
    COMMAND ${CMAKE_COMMAND} "-DROOT=${root}" "-DFILES=${files}" "-DOUTPUT=${generated}"
            -P "${PROJECT_SOURCE_DIR}/cmake/WriteEmbedded.cmake"
    DEPENDS ${absolute} "${PROJECT_SOURCE_DIR}/cmake/WriteEmbedded.cmake"
    VERBATIM COMMENT "Embedding resources/**/*.json")
  # Longer than the standard asks of every compiler; those that build this take it.
  set_source_files_properties("${generated}" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE "${generated}")
endfunction()
