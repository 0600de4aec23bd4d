# Writes OUTPUT, what SHELL completes trestle with, from what TRESTLE says of itself.
execute_process(COMMAND "${TRESTLE}" --completion ${SHELL} OUTPUT_FILE "${OUTPUT}" RESULT_VARIABLE result)
if(result)
  message(FATAL_ERROR "${TRESTLE} --completion ${SHELL} failed: ${result}")
endif()
