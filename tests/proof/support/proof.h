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

/// What became of the attempts of a proof.
struct ProofCounts {
    int attempts = 0;
    int exact = 0;    ///< opened as it was, or as an edit that was under way left it
    int repaired = 0; ///< damaged, and repaired to a revision that verifies
    int refused = 0;  ///< with one clear error, and nothing was changed
    int hangs = 0;    ///< took more than five seconds of the processor
    int wrong = 0;    ///< a figure or a plan that it never held
    int lost = 0;     ///< edits that had been reported done
};

/// The line of which tests/proof/run makes its table. A crash ends the program and leaves none.
inline void reportProof(const char* what, const ProofCounts& counts)
{
    qInfo("proof|%s|%d|%d|%d|%d|%d|%d|%d", what, counts.attempts, counts.exact, counts.repaired, counts.refused,
          counts.hangs, counts.wrong, counts.lost);
}

} // namespace trestle::test
