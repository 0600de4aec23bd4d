#include "ui/progress/baseline_dialog.h"

#include "models/progress/forecast.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace trestle {

namespace {

constexpr int kLongestBaselineName = 80;

/// What a version promised, in the scenario if it had that already.
Result<Baseline> baselineOfVersion(const ProjectDocument& version, const std::string& scenario, const std::string& name,
                                   const SimulationOptions& options)
{
    Result<Inputs> inputs = inputsOf(version.project, scenario);
    const Result<Plan> plan = makePlan(version.catalogue.catalogue, inputs ? *inputs : version.project.base);
    if (!plan)
        return std::unexpected(plan.error());
    const Result<Risk> risk = simulate(*plan, options);
    if (!risk)
        return std::unexpected(risk.error());
    return baselineOf(*plan, *risk, name);
}

} // namespace

BaselineDialog::BaselineDialog(PlanDocument& document, QWidget* parent)
    : FormDialog(QStringLiteral("baselineDialog"), tr("Set baseline"),
                 tr("Keeps what the plan promises, to compare with from now on. It takes the place of the baseline of "
                    "before, which stays in the history."),
                 parent),
      m_document(document), m_name(new QLineEdit(this)), m_from(new QComboBox(this)), m_runner(new QuestionRunner(this))
{
    m_name->setMaxLength(kLongestBaselineName);
    m_name->setText(tr("Plan of %1").arg(format::date(document.today())));
    m_name->setPlaceholderText(tr("Sent to investors"));
    addField(tr("&Name"), m_name, QStringLiteral("baselineName"));
    m_from->addItem(tr("The plan as it is now"));
    addField(tr("&Taken from"), m_from, QStringLiteral("baselineFrom"));
    connect(m_from, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            m_name->setText(m_from->itemText(index));
    });
    if (document.inputs().baseline) {
        QPushButton* remove = buttons()->addButton(tr("Remove baseline"), QDialogButtonBox::ResetRole);
        remove->setObjectName(QStringLiteral("baselineRemove"));
        connect(remove, &QPushButton::clicked, this, [this] {
            m_document.edit(tr("Remove the baseline"), [](Inputs& inputs) { inputs.baseline.reset(); });
            FormDialog::accept();
        });
    }
    document.withFile(this, [this](PlanFile& file) -> std::function<void()> {
        Result<std::vector<Revision>> history = file.history();
        return [this, history = std::move(history)] {
            if (history)
                addVersions(*history);
        };
    });
}

void BaselineDialog::addVersions(const std::vector<Revision>& revisions)
{
    for (auto revision = revisions.rbegin(); revision != revisions.rend(); ++revision)
        if (!revision->tag.empty())
            m_from->addItem(format::raw(revision->tag), QVariant::fromValue<qint64>(revision->id));
}

void BaselineDialog::accept()
{
    if (m_name->text().trimmed().isEmpty()) {
        complain(tr("Give the baseline a name."));
        m_name->setFocus();
        return;
    }
    if (const QVariant revision = m_from->currentData(); revision.isValid()) {
        takeVersion(revision.toLongLong());
        return;
    }
    if (const std::shared_ptr<const Risk> risk = m_document.risk())
        set(baselineOf(m_document.plan(), *risk, format::utf8(m_name->text().trimmed())));
    else
        complain(tr("The plan is still being simulated. Try again in a moment."));
}

void BaselineDialog::takeVersion(std::int64_t revision)
{
    wait(true);
    const std::string name = format::utf8(m_name->text().trimmed());
    const std::string scenario = format::utf8(m_document.activeScenario());
    m_document.withFile(this, [this, revision, name, scenario](PlanFile& file) -> std::function<void()> {
        Result<ProjectDocument> version = file.documentAt(revision);
        return [this, name, scenario, version = std::move(version)] {
            if (!version) {
                giveUp(version.error());
                return;
            }
            m_runner->ask(
                [version = *version, name, scenario](const QuestionOptions& options) {
                    return baselineOfVersion(version, scenario, name, simulationOf(options));
                },
                [this](Result<Baseline> baseline) {
                    if (baseline)
                        set(std::move(*baseline));
                    else
                        giveUp(baseline.error());
                });
        };
    });
}

void BaselineDialog::set(Baseline baseline)
{
    const QString label = tr("Baseline “%1”").arg(format::text(baseline.name));
    m_document.edit(label, [&](Inputs& inputs) { inputs.baseline = std::move(baseline); });
    FormDialog::accept();
}

void BaselineDialog::wait(bool isWaiting)
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_name, m_from, buttons()->button(QDialogButtonBox::Ok)})
        part->setEnabled(!isWaiting);
    if (isWaiting)
        complain(tr("Simulating %1 plans…").arg(format::number(kSimulationRuns, 0)));
}

void BaselineDialog::giveUp(const Error& error)
{
    wait(false);
    complain(wording::error(error));
}

} // namespace trestle
