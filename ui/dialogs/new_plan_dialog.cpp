#include "ui/dialogs/new_plan_dialog.h"

#include "ui/base/format.h"
#include "ui/document/plan_paths.h"
#include "ui/widgets/date_field.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace trestle {

Date nextMonday(Date today)
{
    const std::chrono::weekday weekday(today);
    const int ahead = static_cast<int>((std::chrono::Monday - weekday).count());
    return today + std::chrono::days(ahead == 0 ? 7 : ahead);
}

NewPlanDialog::NewPlanDialog(const QString& folder, Date today, QWidget* parent)
    : FormDialog(QStringLiteral("newPlanDialog"), tr("New plan"),
                 tr("The plan starts with nothing in place. Tick what your prototype already has, and it shrinks to "
                    "what is left."),
                 parent),
      m_folder(folder), m_name(new QLineEdit(this)), m_client(new QLineEdit(this)), m_path(new QLineEdit(this))
{
    m_name->setPlaceholderText(tr("What you are building"));
    m_name->setMaxLength(200);
    m_client->setPlaceholderText(tr("Optional"));
    m_client->setMaxLength(200);
    addField(tr("&Name"), m_name, QStringLiteral("newPlanName"));
    addField(tr("&Client"), m_client, QStringLiteral("newPlanClient"));
    m_start = addDate(tr("&Start date"), QStringLiteral("newPlanStart"), nextMonday(today), today);

    auto* place = new QWidget(this);
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* browseButton = new QPushButton(tr("&Browse…"), place);
    browseButton->setObjectName(QStringLiteral("newPlanBrowse"));
    row->addWidget(m_path, 1);
    row->addWidget(browseButton);
    addField(tr("Kept in"), place, QStringLiteral("newPlanPlace"));
    m_path->setObjectName(QStringLiteral("newPlanPath"));
    m_path->setAccessibleName(tr("File"));
    m_path->setMinimumWidth(360);

    buttons()->button(QDialogButtonBox::Ok)->setText(tr("Create plan"));
    connect(m_name, &QLineEdit::textChanged, this, &NewPlanDialog::refreshPath);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_pathIsChosen = true; });
    connect(browseButton, &QPushButton::clicked, this, &NewPlanDialog::browse);
    refreshPath();
}

NewPlan NewPlanDialog::plan() const
{
    QString path = m_path->text().trimmed();
    if (!path.isEmpty() && !path.endsWith(QStringLiteral(".trestle")))
        path += QStringLiteral(".trestle");
    return {m_name->text().trimmed(), m_client->text().trimmed(), m_start->date().value_or(Date{}),
            path.isEmpty() ? path : QFileInfo(path).absoluteFilePath()};
}

void NewPlanDialog::refreshPath()
{
    if (!m_pathIsChosen)
        m_path->setText(freePlanPath(m_folder, m_name->text()));
}

void NewPlanDialog::browse()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Keep the plan in"), m_path->text(), tr("Trestle plans (*.trestle)"),
                                     nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    m_pathIsChosen = true;
    m_path->setText(path);
}

void NewPlanDialog::accept()
{
    if (!settle())
        return;
    const NewPlan made = plan();
    if (made.name.isEmpty()) {
        complain(tr("Give the plan a name."));
        m_name->setFocus();
    } else if (made.path.isEmpty()) {
        complain(tr("Choose a file to keep the plan in."));
        m_path->setFocus();
    } else if (QFileInfo::exists(made.path)) {
        complain(tr("%1 exists already; choose another name.").arg(made.path));
        m_path->setFocus();
    } else {
        FormDialog::accept();
    }
}

} // namespace trestle
