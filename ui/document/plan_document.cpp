#include "ui/document/plan_document.h"

#include "models/catalogue_follow.h"
#include "models/scenarios.h"
#include "ui/base/format.h"
#include "ui/document/plan_document_state.h"

#include <QDate>

#include <cstdlib>
#include <utility>

namespace trestle {

namespace {

/// Says which scenario breaks a rule by its name in place of its number.
Error named(Error error, const Project& project)
{
    constexpr std::string_view kPlace = "/scenarios/";
    if (error.where.starts_with(kPlace)) {
        const std::size_t number = std::strtoul(error.where.c_str() + kPlace.size(), nullptr, 10);
        if (number < project.scenarios.size())
            error.where = std::string(kPlace) + project.scenarios[number].name;
    }
    return error;
}

Date systemToday()
{
    return format::fromQDate(QDate::currentDate());
}

} // namespace

PlanDocument::PlanDocument(std::unique_ptr<State> state) : m_state(std::move(state))
{
    State& s = *m_state;
    connect(&s.risk, &RiskService::changed, this, [this] {
        m_state->keepRisk();
        Q_EMIT riskChanged();
    });
    s.today = systemToday;
    connect(&s.order, &BetterOrder::found, this, &PlanDocument::takeOrder);
    followPlan();
    connect(&s.session, &PlanSession::saveStateChanged, this, &PlanDocument::saveStateChanged);
    connect(&s.session, &PlanSession::becameReadOnly, this, [this] {
        m_state->history.endMerge();
        Q_EMIT undoChanged();
    });
    connect(&s.session, &PlanSession::reloadFailed, this, &PlanDocument::reloadFailed);
    connect(&s.session, &PlanSession::copySaved, this, &PlanDocument::copySaved);
    connect(&s.session, &PlanSession::copyFailed, this, &PlanDocument::copyFailed);
    s.session.checkStructure();
}

PlanDocument::~PlanDocument() = default;

Result<std::unique_ptr<PlanDocument>> PlanDocument::adopt(PlanFile file, std::optional<Error> readOnly)
{
    const ProjectDocument& document = file.document();
    // In catalogue order first: the better one is looked for while the plan is shown.
    Result<Plan> plan = makePlanInOrderOf({}, document.catalogue.catalogue, document.project.base);
    if (!plan)
        return std::unexpected(plan.error());
    auto state = std::make_unique<State>(std::move(file), std::move(*plan), std::move(readOnly));
    return std::unique_ptr<PlanDocument>(new PlanDocument(std::move(state)));
}

const Plan& PlanDocument::plan() const
{
    return *m_state->plan;
}

const std::shared_ptr<const Plan>& PlanDocument::sharedPlan() const
{
    return m_state->plan;
}

BestMoveFinder& PlanDocument::bestMove()
{
    if (!m_state->bestMove)
        m_state->bestMove = std::make_unique<BestMoveFinder>(*this);
    return *m_state->bestMove;
}

ForecastHistory& PlanDocument::forecasts()
{
    if (!m_state->forecasts)
        m_state->forecasts = std::make_unique<ForecastHistory>(*this);
    return *m_state->forecasts;
}

bool PlanDocument::isSettled() const
{
    return m_state->settled;
}

const Inputs& PlanDocument::inputs() const
{
    return m_state->plan->inputs;
}

const Catalogue& PlanDocument::catalogue() const
{
    return *m_state->history.now().catalogue->catalogue;
}

const Catalogue& PlanDocument::originalCatalogue() const
{
    return *originalOf(*m_state->history.now().catalogue).catalogue;
}

std::shared_ptr<const Risk> PlanDocument::risk() const
{
    return m_state->risk.risk();
}

const RiskService& PlanDocument::simulation() const
{
    return m_state->risk;
}

ProjectDocument PlanDocument::project() const
{
    return m_state->document();
}

const Project& PlanDocument::contents() const
{
    return m_state->history.now().project;
}

QString PlanDocument::filePath() const
{
    return m_state->session.path();
}

const std::optional<Error>& PlanDocument::readOnlyReason() const
{
    return m_state->session.readOnlyReason();
}

SaveState PlanDocument::saveState() const
{
    return m_state->session.saveState();
}

const Error& PlanDocument::saveError() const
{
    return m_state->session.saveError();
}

void PlanDocument::setToday(std::function<Date()> today)
{
    m_state->today = std::move(today);
}

Date PlanDocument::today() const
{
    return m_state->today();
}

/// The plan of the open scenario, or why the project gives none.
Result<Plan> PlanDocument::planOf(const OpenProject& open) const
{
    const Result<Inputs> inputs = inputsOf(open.project, open.scenario);
    const auto& catalogue = open.catalogue->catalogue;
    Result<Plan> plan = m_state->order.planOf(catalogue, *inputs, *m_state->plan);
    if (plan && !open.project.scenarios.empty())
        if (const Result<void> sound = checkProject(*catalogue, open.project); !sound)
            plan = std::unexpected(named(sound.error(), open.project));
    return plan;
}

std::shared_ptr<const Plan> PlanDocument::planOrRefusal(const OpenProject& open)
{
    Result<Plan> plan = planOf(open);
    if (plan)
        return std::make_shared<const Plan>(std::move(*plan));
    Q_EMIT editRefused(plan.error());
    return nullptr;
}

/// To be called before `next` is shown. Parts of the window that show phases and items follow planChanged; where the
/// frame is another, whoever was built from the old catalogue goes.
void PlanDocument::tellOfCatalogue(const OpenProject& next)
{
    const CatalogueText& now = m_state->history.now().catalogue;
    if (!isSame(now, next.catalogue) && !hasSameFrame(*now->catalogue, *next.catalogue->catalogue))
        Q_EMIT catalogueReplaced();
}

/// What hangs on the plan that is shown now. A plan in an order that is not the one asked for gets no simulation.
void PlanDocument::followPlan()
{
    State& s = *m_state;
    s.settled = s.order.follow(s.plan);
    if (s.settled)
        s.risk.follow(s.plan);
    else
        s.risk.drop();
}

/// The better order is there: nothing else has changed, so there is nothing to undo and nothing to write.
void PlanDocument::takeOrder()
{
    std::shared_ptr<const Plan> plan = planOrRefusal(m_state->history.now());
    if (!plan)
        return;
    m_state->plan = std::move(plan);
    followPlan();
    Q_EMIT planChanged();
    Q_EMIT riskChanged();
    m_state->keepRisk();
}

void PlanDocument::announce()
{
    State& s = *m_state;
    followPlan();
    if (State::Scenarios now = s.scenarios(); now != s.toldScenarios) {
        s.toldScenarios = std::move(now);
        Q_EMIT scenariosChanged();
    }
    Q_EMIT planChanged();
    Q_EMIT riskChanged();
    Q_EMIT undoChanged();
    s.keepRisk(); // of an edit that no run looks at, or one known already
    s.session.updateSaveState();
}

void PlanDocument::reload(std::optional<OpenMode> mode)
{
    m_state->session.reload(mode, m_state->document(), today(),
                            [this, mode](const ReopenedFile& reopened) { takeReopened(mode, reopened); });
}

void PlanDocument::takeReopened(std::optional<OpenMode> mode, const ReopenedFile& reopened)
{
    State& s = *m_state;
    OpenProject open = s.opened(reopened.document);
    Result<Plan> plan = planOf(open);
    if (!plan) {
        s.session.refuse(plan.error());
        return;
    }
    if (!isSame(s.history.now().catalogue, open.catalogue)) // all of it may be another
        Q_EMIT catalogueReplaced();
    s.session.accept(mode);
    s.plan = std::make_shared<const Plan>(std::move(*plan));
    s.history.reload(std::move(open), {reopened.undoLabel, reopened.redoLabel});
    announce();
    Q_EMIT saveStateChanged(); // of the right to write as well
    Q_EMIT reloaded(format::text(reopened.kept));
    s.session.checkStructure();
}

void PlanDocument::retrySaving()
{
    m_state->session.retrySaving();
}

void PlanDocument::saveCopy(const QString& path)
{
    m_state->session.saveCopy(path, m_state->document());
}

void PlanDocument::withFile(QObject* receiver, std::function<std::function<void()>(PlanFile&)> job)
{
    m_state->session.withFile(receiver, std::move(job));
}

bool PlanDocument::waitUntilSaved(int milliseconds)
{
    return m_state->session.waitUntilSaved(milliseconds);
}

} // namespace trestle
