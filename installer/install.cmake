# What `cmake --install` lays down, and the Debian package that CPack makes of it.

set(TRESTLE_SUMMARY "planning estimator: from a prototype to production")

install(TARGETS trestle RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")

# The manual page comes from the program's own description of its command line, so that it cannot fall behind it.
set(man_page "${CMAKE_CURRENT_BINARY_DIR}/man/trestle.1.gz")
find_program(TRESTLE_GZIP gzip REQUIRED)
add_custom_command(OUTPUT "${man_page}"
  COMMAND ${CMAKE_COMMAND} "-DTRESTLE=$<TARGET_FILE:trestle>" "-DGZIP=${TRESTLE_GZIP}" "-DOUTPUT=${man_page}"
          -P "${CMAKE_CURRENT_LIST_DIR}/man_page.cmake"
  DEPENDS trestle "${CMAKE_CURRENT_LIST_DIR}/man_page.cmake"
  VERBATIM COMMENT "Writing the manual page")
add_custom_target(trestle_man ALL DEPENDS "${man_page}")
install(FILES "${man_page}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${CMAKE_CURRENT_LIST_DIR}/linux/copyright" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/trestle")
configure_file(installer/linux/changelog.in installer/changelog @ONLY)
execute_process(COMMAND "${TRESTLE_GZIP}" -9nkf "${CMAKE_CURRENT_BINARY_DIR}/installer/changelog" COMMAND_ERROR_IS_FATAL ANY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/installer/changelog.gz" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/trestle")

# So do the completions.
foreach(shell bash zsh fish)
  set(completion "${CMAKE_CURRENT_BINARY_DIR}/completions/trestle.${shell}")
  add_custom_command(OUTPUT "${completion}"
    COMMAND ${CMAKE_COMMAND} "-DTRESTLE=$<TARGET_FILE:trestle>" -DSHELL=${shell} "-DOUTPUT=${completion}"
            -P "${CMAKE_CURRENT_LIST_DIR}/completion.cmake"
    DEPENDS trestle "${CMAKE_CURRENT_LIST_DIR}/completion.cmake"
    VERBATIM COMMENT "Writing the completion for ${shell}")
  list(APPEND completions "${completion}")
endforeach()
add_custom_target(trestle_completions ALL DEPENDS ${completions})
set(completions "${CMAKE_CURRENT_BINARY_DIR}/completions")
install(FILES "${completions}/trestle.bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
        RENAME trestle)
install(FILES "${completions}/trestle.zsh" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions"
        RENAME _trestle)
install(FILES "${completions}/trestle.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")

# Without the window there is nothing for a desktop to start, and no package.
if(NOT TRESTLE_GUI)
  return()
endif()

set(icons "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable")
install(FILES resources/icons/trestle.svg DESTINATION "${icons}/apps")
install(FILES resources/icons/application-x-trestle-plan.svg DESTINATION "${icons}/mimetypes")
install(FILES installer/linux/trestle.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES installer/linux/trestle.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages")
set(metainfo installer/org.trestle_planner.trestle.metainfo.xml)
configure_file(installer/linux/trestle.metainfo.xml.in "${metainfo}" @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${metainfo}"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME trestle)
set(CPACK_PACKAGE_VENDOR "Trestle developers")
set(CPACK_PACKAGE_CONTACT "Trestle developers <developers@trestle.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${TRESTLE_SUMMARY}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/package")
set(CPACK_STRIP_FILES ON)
# A package is the same whatever the umask of who builds it.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Qt falls back to XWayland without its Wayland plugin, and the window to the system's font without Inter; names in other
# scripts and emoji are boxes without the fonts that have them.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "fonts-inter, fonts-noto-core, fonts-noto-color-emoji, fonts-wqy-microhei | fonts-noto-cjk, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Trestle answers what a working prototype still needs before it can carry real
users: what is missing, in which order, by when and for how much. Tick what is
in place, name the people, and it schedules the rest and adds up the cost.
.
It has a window with a Gantt chart, and a command line that needs no display.
A plan is one file with its whole history.")
include(CPack)
