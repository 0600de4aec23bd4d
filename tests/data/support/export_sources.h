#pragma once

#include "data/exchange/export_format.h"

#include <functional>
#include <string>
#include <vector>

namespace trestle::test {

/// The sample, or it changed, made on 22 November 2026 at ten, UTC. What is still to be simulated takes few runs.
ExportSource sampleSource(const std::function<void(Inputs&)>& change = {});
/// The same with a name that formats stumble over: of the plan, the client, a person, the first phase and its first
/// item.
ExportSource namedSource(const std::string& name, const std::function<void(Inputs&)>& change = {});

/// The same as an offer of Ironbark's to Saltbush: with a client, bill rates, payments, phase 2 and an option; and with
/// what has changed since it was agreed, where that is wanted: an item more, one less.
ExportSource offerSource(const std::function<void(Inputs&)>& change = {});
void addChanges(ExportSource& source);
/// The sample, or the offer where the format needs one, with changes where it needs those.
ExportSource sourceFor(const ExportFormat& format);

/// A plan in progress, or it changed, made at the same time.
ExportSource inProgressSource(const std::function<void(Inputs&)>& change = {});

struct HostileName {
    const char* row;  ///< of a test
    std::string name; ///< UTF-8 or nearly so
};
/// Names with all that formats give a meaning to.
std::vector<HostileName> hostileNames();

/// What python3 of the system prints when it runs a script on a text; the test fails where it does not run.
std::string fromPython(const char* script, const std::string& input);

/// What stands in an export: of a zip archive all members one after another, of anything else the bytes themselves.
std::string unpacked(const std::string& bytes);

} // namespace trestle::test
