#include "data/plan_file/plan_file.h"

#include "data/plan_file/assistant_calls.h"
#include "data/plan_file/failure.h"
#include "data/plan_file/format.h"
#include "data/plan_file/fresh_plan.h"
#include "data/plan_file/kept_forecasts.h"
#include "data/plan_file/new_file.h"
#include "data/plan_file/plan_lock.h"
#include "data/plan_file/plan_tables.h"
#include "data/plan_file/risk_tables.h"
#include "data/plan_file/schema.h"
#include "data/plan_file/session.h"
#include "data/plan_file/thinning.h"
#include "models/risk_catalogue.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace trestle {

using namespace planfile;

std::int64_t systemClock()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

struct PlanFile::State {
    /// What the next edit with the same key may be merged into.
    struct Mergeable {
        std::string key;
        std::int64_t revision = 0;
        std::int64_t at = 0;
    };

    State(const std::string& path, OpenMode mode, Clock now) : session(path, mode), clock(std::move(now)) {}

    template <class Body>
    auto guard(Doing doing, Body&& body)
    {
        return guarded(session.path(), doing, session.connection().handle(), std::forward<Body>(body));
    }

    [[nodiscard]] bool mayMerge(SQLite::Database& db, const std::string& key, std::int64_t at) const;
    Position addRevision(SQLite::Database& db, const ProjectDocument& after, const std::string& label,
                         const std::string& key, const std::vector<ScenarioPlan>& plans);
    void moveHead(std::int64_t target);

    Session session;
    Clock clock;
    Mergeable mergeable;
};

bool PlanFile::State::mayMerge(SQLite::Database& db, const std::string& key, std::int64_t at) const
{
    const Revision& head = session.position().revision;
    const bool follows = !key.empty() && key == mergeable.key && head.id == mergeable.revision && at >= mergeable.at &&
                         at - mergeable.at <= kMergeMilliseconds;
    return follows && head.parent && tagOf(db, head.id).empty() && !hasChildren(db, head.id);
}

Position PlanFile::State::addRevision(SQLite::Database& db, const ProjectDocument& after, const std::string& label,
                                      const std::string& key, const std::vector<ScenarioPlan>& plans)
{
    const Position& before = session.position();
    StoredRevision stored;
    stored.id = nextId(db, session.path());
    stored.at = clock();
    stored.label = label;
    stored.document = writeProject(after.project, after.catalogue.sha256);
    const bool merges = mayMerge(db, key, stored.at);
    stored.parent = merges ? before.revision.parent : std::optional(before.head.id);
    stored.sha256 = stored.hash();
    if (after.catalogue.sha256 != before.document.catalogue.sha256)
        storeCatalogue(db, after.catalogue);
    insertRevision(db, stored);
    writeHead(db, {stored.id, stored.sha256, stored.id});
    if (merges)
        removeRevision(db, before.head.id);
    if (stored.id % kThinningInterval == 0) {
        thinRevisions(db, stored.id);
        removeUnusedCatalogues(db);
    }
    renameForecasts(db, before.document.project, after.project);
    writePlanTables(db, stored.id, after.catalogue, plans);
    return {{stored.id, stored.sha256, stored.id},
            {stored.id, stored.parent, stored.at, stored.label, {}},
            after,
            std::nullopt};
}

void PlanFile::State::moveHead(std::int64_t target)
{
    session.write([&](SQLite::Database& db) {
        const Position& before = session.position();
        const StoredRevision stored = requireRevision(db, session.path(), target);
        // A tip that redo could not lead to (a lying file) is not carried on.
        const bool tipIsSound = before.head.tip == before.head.id || redoTarget(db, before.head);
        const HeadRow head{stored.id, stored.sha256, tipIsSound ? before.head.tip : before.head.id};
        Position next = readPosition(db, session.path(), head, &before.document.catalogue);
        writeHead(db, head);
        renameForecasts(db, before.document.project, next.document.project);
        writePlanTables(db, head.id, next.document.catalogue, orRaise(computePlans(next.document)));
        return next;
    });
    mergeable = {};
}

Result<PlanFile> PlanFile::create(const std::string& path, const ProjectDocument& document, const std::string& label,
                                  Clock clock)
{
    const Result<void> made = guarded(path, Doing::writing, nullptr, [&] {
        orRaise(checkProject(*document.catalogue.catalogue, document.project));
        const std::vector<ScenarioPlan> plans = orRaise(computePlans(document));
        StoredRevision first;
        first.id = 1;
        first.at = clock();
        first.label = label;
        first.document = writeProject(document.project, document.catalogue.sha256);
        first.sha256 = first.hash();
        makePlanFile(path, [&](SQLite::Database& db) {
            storeCatalogue(db, document.catalogue);
            insertRevision(db, first);
            writeHead(db, {first.id, first.sha256, first.id});
            createComputedSchema(db);
            writePlanTables(db, first.id, document.catalogue, plans);
        });
    });
    if (!made)
        return std::unexpected(made.error());
    return open(path, OpenMode::readWrite, std::move(clock));
}

Result<PlanFile> PlanFile::open(const std::string& path, OpenMode mode, Clock clock)
{
    return guarded(path, Doing::reading, nullptr,
                   [&] { return PlanFile(std::make_unique<State>(path, mode, std::move(clock))); });
}

Result<void> PlanFile::checkStructure()
{
    return m_state->guard(Doing::reading, [&] {
        Session& session = m_state->session;
        if (session.mode() == OpenMode::readOnly)
            return;
        session.connection().allow(kWriteTime);
        session.requireStructure();
    });
}

PlanFile::PlanFile(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PlanFile::~PlanFile() = default;
PlanFile::PlanFile(PlanFile&&) noexcept = default;
PlanFile& PlanFile::operator=(PlanFile&&) noexcept = default;

const std::string& PlanFile::path() const
{
    return m_state->session.path();
}

const ProjectDocument& PlanFile::document() const
{
    return m_state->session.position().document;
}

Revision PlanFile::head() const
{
    return m_state->session.position().revision;
}

Result<void> PlanFile::edit(const Project& after, const std::string& label, const std::string& mergeKey)
{
    if (after == document().project)
        return {};
    return edit({after, document().catalogue}, label, mergeKey);
}

Result<void> PlanFile::edit(const ProjectDocument& after, const std::string& label, const std::string& mergeKey)
{
    State& state = *m_state;
    if (after == document())
        return {};
    return state.guard(Doing::writing, [&] {
        orRaise(checkProject(*after.catalogue.catalogue, after.project));
        const std::vector<ScenarioPlan> plans = orRaise(computePlans(after));
        state.session.write([&](SQLite::Database& db) { return state.addRevision(db, after, label, mergeKey, plans); });
        state.mergeable = {mergeKey, head().id, head().at};
    });
}

Result<bool> PlanFile::undo()
{
    return m_state->guard(Doing::writing, [&] {
        m_state->session.connection().allow(kReadTime);
        m_state->session.settleDoubt();
        const std::optional<std::int64_t> target = head().parent;
        if (target)
            m_state->moveHead(*target);
        return target.has_value();
    });
}

Result<bool> PlanFile::redo()
{
    return m_state->guard(Doing::writing, [&] {
        Session& session = m_state->session;
        session.connection().allow(kReadTime);
        session.settleDoubt();
        const std::optional<std::int64_t> target = redoTarget(session.db(), session.position().head);
        if (target)
            m_state->moveHead(*target);
        return target.has_value();
    });
}

Result<bool> PlanFile::keepRisk(const SimulatedScenario& simulated)
{
    const Result<Inputs> inputs = inputsOf(document().project, simulated.scenario);
    if (!inputs || *inputs != simulated.plan->inputs)
        return false;
    const auto catalogue = withHappened(document().catalogue.catalogue, inputs->risks);
    if (catalogue != simulated.plan->catalogue && *catalogue != *simulated.plan->catalogue)
        return false;
    return m_state->guard(Doing::writing, [&] {
        Session& session = m_state->session;
        session.connection().allow(kReadTime);
        const bool lacking = needsRisk(session.db(), head().id, simulated);
        if (lacking)
            session.write([&](SQLite::Database& db) {
                writeRiskTables(db, head().id, simulated);
                return session.position();
            });
        return lacking;
    });
}

std::optional<std::string> PlanFile::undoLabel() const
{
    const Revision& revision = m_state->session.position().revision;
    return revision.parent ? std::optional(revision.label) : std::nullopt;
}

std::optional<std::string> PlanFile::redoLabel() const
{
    return m_state->session.position().redoLabel;
}

Result<std::vector<Revision>> PlanFile::history() const
{
    return m_state->guard(Doing::reading, [&] {
        m_state->session.connection().allow(kReadTime);
        return listHistory(m_state->session.db());
    });
}

Result<void> PlanFile::keepCalls(std::span<const AssistantCall> calls)
{
    if (calls.empty())
        return {};
    return m_state->guard(Doing::writing, [&] {
        Session& session = m_state->session;
        session.connection().allow(kReadTime);
        session.write([&](SQLite::Database& db) {
            addCalls(db, calls);
            return session.position();
        });
    });
}

Result<std::vector<AssistantCall>> PlanFile::assistantCalls() const
{
    return m_state->guard(Doing::reading, [&] {
        m_state->session.connection().allow(kReadTime);
        return readCalls(m_state->session.db());
    });
}

Result<bool> PlanFile::keepForecasts(std::span<const KeptForecast> forecasts)
{
    return m_state->guard(Doing::writing, [&] {
        Session& session = m_state->session;
        session.connection().allow(kReadTime);
        const std::vector<KeptForecast> kept = readForecasts(session.db());
        const bool isNew = std::ranges::any_of(
            forecasts, [&](const KeptForecast& forecast) { return std::ranges::find(kept, forecast) == kept.end(); });
        if (isNew)
            session.write([&](SQLite::Database& db) {
                writeForecasts(db, forecasts);
                return session.position();
            });
        return isNew;
    });
}

Result<Forecasts> PlanFile::forecasts(const std::string& scenario) const
{
    return m_state->guard(Doing::reading, [&] {
        m_state->session.connection().allow(kReadTime);
        Forecasts forecasts;
        for (const KeptForecast& kept : readForecasts(m_state->session.db()))
            if (kept.scenario == scenario)
                forecasts.push_back(kept.forecast);
        return forecasts;
    });
}

Result<ProjectDocument> PlanFile::documentAt(std::int64_t revision) const
{
    return m_state->guard(Doing::reading, [&] {
        Session& session = m_state->session;
        session.connection().allow(kReadTime);
        const StoredRevision stored = requireRevision(session.db(), session.path(), revision);
        return readDocument(session.db(), session.path(), stored, &document().catalogue);
    });
}

Result<void> PlanFile::setTag(std::int64_t revision, const std::string& name)
{
    return m_state->guard(Doing::writing, [&] {
        m_state->session.write([&](SQLite::Database& db) {
            requireRevision(db, path(), revision);
            replaceTag(db, revision, name, m_state->clock());
            Position same = m_state->session.position();
            if (same.revision.id == revision)
                same.revision.tag = name;
            return same;
        });
    });
}

Result<void> PlanFile::saveCopy(const std::string& path) const
{
    return m_state->guard(Doing::reading, [&] {
        Session& session = m_state->session;
        copyPlanFile(session.connection(), session.path(), session.resolved(), path);
    });
}

Result<OutsideChange> PlanFile::outsideChange() const
{
    return m_state->guard(Doing::reading, [&] { return m_state->session.outsideChange(); });
}

Result<void> PlanFile::reopen(std::optional<OpenMode> mode)
{
    return guarded(path(), Doing::reading, nullptr, [&] {
        Session& session = m_state->session;
        session = Session(path(), mode.value_or(session.mode()), &session);
        m_state->mergeable = {};
    });
}

OpenMode PlanFile::mode() const
{
    return m_state->session.mode();
}

Result<void> PlanFile::keepAside(const std::string& path, const Project& latest, const std::string& label) const
{
    return keepAside(path, ProjectDocument{latest, document().catalogue}, label);
}

Result<void> PlanFile::keepAside(const std::string& path, const ProjectDocument& latest, const std::string& label) const
{
    const Result<bool> held = m_state->guard(Doing::reading, [&] {
        m_state->session.connection().allow(kReadTime);
        return m_state->session.isStillHeld();
    });
    if (!held.value_or(false) || !saveCopy(path)) {
        const Result<PlanFile> made = create(path, latest, label, m_state->clock);
        return made ? Result<void>() : std::unexpected(made.error());
    }
    Result<PlanFile> copy = open(path, OpenMode::readWrite, m_state->clock);
    return copy ? copy->edit(latest, label) : std::unexpected(copy.error());
}

} // namespace trestle
