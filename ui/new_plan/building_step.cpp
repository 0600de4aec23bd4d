#include "ui/new_plan/building_step.h"

#include "ui/base/format.h"
#include "ui/checklist/profile_questions.h"
#include "ui/document/plan_paths.h"
#include "ui/new_plan/new_plan.h"
#include "ui/new_plan/new_plan_draft.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace trestle {

namespace {

constexpr int kLongestName = 200;

QLineEdit* lineOf(const QString& name, const QString& placeholder, QWidget* parent)
{
    auto* line = new QLineEdit(parent);
    line->setObjectName(name);
    line->setPlaceholderText(placeholder);
    line->setMaxLength(kLongestName);
    return line;
}

} // namespace

BuildingStep::BuildingStep(NewPlanDraft& draft, const NewPlanSetting& setting, QWidget* parent)
    : NewPlanStep(QStringLiteral("newPlanBuilding"), tr("What are you building?"),
                  tr("We start with everything to do. After this you tick what you already have."), parent),
      m_draft(draft), m_folder(setting.folder), m_chooseFolder(setting.chooseFolder),
      m_name(lineOf(QStringLiteral("newPlanName"), tr("For example: Ledgerly"), this)),
      m_client(lineOf(QStringLiteral("newPlanClient"), tr("Optional"), this)),
      m_questions(new ProfileQuestions(*draft.catalogue(), this)), m_prototype(new QLineEdit(this)),
      m_path(new QLineEdit(this)), m_nameProblem(new ProblemLabel(QStringLiteral("newPlanNameProblem"), this)),
      m_prototypeProblem(new ProblemLabel(QStringLiteral("newPlanPrototypeProblem"), this)),
      m_pathProblem(new ProblemLabel(QStringLiteral("newPlanPathProblem"), this))
{
    addLabelled(tr("N&ame"), m_name);
    column()->addWidget(m_nameProblem);
    addLabelled(tr("&Client"), m_client);
    column()->addSpacing(4);
    addLabelled(tr("What does your product need?"), m_questions);
    addPrototype();
    column()->addSpacing(4);

    auto* place = new QWidget(this);
    place->setObjectName(QStringLiteral("newPlanPlace"));
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* browseButton = new QPushButton(tr("B&rowse…"), place);
    browseButton->setObjectName(QStringLiteral("newPlanBrowse"));
    m_path->setObjectName(QStringLiteral("newPlanPath"));
    row->addWidget(m_path, 1);
    row->addWidget(browseButton);
    addLabelled(tr("&Save as"), place, m_path);
    column()->addWidget(m_pathProblem);
    column()->addStretch(1);

    const auto showProfile = [this] { m_questions->setProfile(*m_draft.catalogue(), m_draft.inputs().profile); };
    connect(m_questions, &ProfileQuestions::answered, this,
            [this, showProfile](const QString&, const ProfileQuestions::Change& change) {
                m_draft.edit([&](Inputs& inputs) { change(inputs.profile); });
                showProfile();
            });
    showProfile();
    // Return goes on; Space is for the chips.
    for (QPushButton* chip : m_questions->findChildren<QPushButton*>())
        chip->setAutoDefault(false);
    connect(m_name, &QLineEdit::textChanged, this, &BuildingStep::takeName);
    connect(m_client, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_draft.edit([&](Inputs& inputs) { inputs.client = format::utf8(text.trimmed()); });
    });
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_pathIsChosen = true; });
    connect(m_path, &QLineEdit::textChanged, m_pathProblem, [this] { m_pathProblem->tell({}); });
    connect(browseButton, &QPushButton::clicked, this, &BuildingStep::browse);
    suggestPath();
}

void BuildingStep::addPrototype()
{
    auto* place = new QWidget(this);
    place->setObjectName(QStringLiteral("newPlanPrototypePlace"));
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_prototype->setObjectName(QStringLiteral("newPlanPrototype"));
    m_prototype->setPlaceholderText(tr("Optional: its folder"));
    m_prototype->setToolTip(tr("The folder is scanned, so that the plan starts with what is there"));
    auto* choose = new QPushButton(tr("Scan its &folder…"), place);
    choose->setObjectName(QStringLiteral("newPlanScan"));
    choose->setAutoDefault(false);
    row->addWidget(m_prototype, 1);
    row->addWidget(choose);
    addLabelled(tr("&Prototype"), place, m_prototype);
    column()->addWidget(m_prototypeProblem);
    connect(m_prototype, &QLineEdit::textChanged, m_prototypeProblem, [this] { m_prototypeProblem->tell({}); });
    connect(choose, &QPushButton::clicked, this, &BuildingStep::choosePrototype);
}

void BuildingStep::choosePrototype()
{
    const QString title = tr("Choose the prototype's folder");
    const QString folder = m_chooseFolder ? m_chooseFolder(this, title, prototype())
                                          : QFileDialog::getExistingDirectory(this, title, prototype());
    if (!folder.isEmpty())
        m_prototype->setText(folder);
}

QString BuildingStep::prototype() const
{
    return m_prototype->text().trimmed();
}

QString BuildingStep::prototypeProblem() const
{
    const QString folder = prototype();
    return folder.isEmpty() || QFileInfo(folder).isDir() ? QString() : tr("%1 is not a folder.").arg(folder);
}

void BuildingStep::takeName()
{
    const QString name = m_name->text().trimmed();
    m_nameProblem->tell({});
    m_draft.edit([&](Inputs& inputs) { inputs.name = format::utf8(name.isEmpty() ? tr("New plan") : name); });
    suggestPath();
}

void BuildingStep::suggestPath()
{
    if (!m_pathIsChosen)
        m_path->setText(freePlanPath(m_folder, format::raw(m_draft.inputs().name)));
}

QString BuildingStep::path() const
{
    QString path = m_path->text().trimmed();
    if (path.isEmpty())
        return path;
    if (!path.endsWith(QStringLiteral(".trestle")))
        path += QStringLiteral(".trestle");
    return QFileInfo(path).absoluteFilePath();
}

QString BuildingStep::pathProblem() const
{
    const QString file = path();
    if (file.isEmpty())
        return tr("Choose a file to save the plan in.");
    return QFileInfo::exists(file) ? tr("%1 exists already. Choose another name.").arg(file) : QString();
}

bool BuildingStep::settle()
{
    const bool named = !m_name->text().trimmed().isEmpty();
    m_nameProblem->tell(named ? QString() : tr("Give the plan a name."));
    const QString problem = pathProblem();
    m_pathProblem->tell(problem);
    const QString noFolder = prototypeProblem();
    m_prototypeProblem->tell(noFolder);
    QLineEdit* wrong = !named ? m_name : !noFolder.isEmpty() ? m_prototype : !problem.isEmpty() ? m_path : nullptr;
    if (!wrong)
        return true;
    wrong->setFocus(Qt::OtherFocusReason);
    wrong->selectAll();
    return false;
}

void BuildingStep::skip()
{
    m_nameProblem->tell({});
    if (!prototypeProblem().isEmpty())
        m_prototype->clear();
    if (pathProblem().isEmpty())
        return;
    m_pathIsChosen = false;
    suggestPath();
}

void BuildingStep::browse()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the plan as"), m_path->text(), tr("Trestle plans (*.trestle)"),
                                     nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    m_pathIsChosen = true;
    m_path->setText(path);
}

} // namespace trestle
