#pragma once

#include <QtGlobal>

/// How much of a proof is run: a short form in every test run, in full by `tests/proof/run --full`, or as many attempts
/// as the environment variable TRESTLE_PROOF says.
namespace trestle::test {

inline bool isFullProof()
{
    return qgetenv("TRESTLE_PROOF") == "full";
}

inline int attempts(int shortForm, int full)
{
    const int asked = qEnvironmentVariableIntValue("TRESTLE_PROOF");
    return isFullProof() ? full : asked > 0 ? asked : shortForm;
}

} // namespace trestle::test
