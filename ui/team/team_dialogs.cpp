#include "ui/team/team_dialogs.h"

#include "models/team_rate.h"
#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/team/salary_panel.h"
#include "ui/team/team_words.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace trestle {

SalaryDialog::SalaryDialog(PlanDocument& document, std::size_t person, QWidget* parent)
    : FormDialog(QStringLiteral("salaryDialog"),
                 tr("Rate of %1").arg(format::text(document.inputs().team[person].name)), {}, parent),
      m_document(document), m_person(person), m_panel(new SalaryPanel(this))
{
    const Person& who = document.inputs().team[person];
    if (who.rateBasis)
        m_panel->setBasis(*who.rateBasis);
    m_panel->setTime(who.allocation);
    addWide(m_panel);
    setMinimumWidth(560);
}

void SalaryDialog::accept()
{
    if (!settle())
        return;
    RateBasis basis = m_panel->basis();
    basis.asOf = m_document.today();
    m_document.edit(windowTitle(), [&](Inputs& inputs) {
        inputs.team[m_person].weeklyRate = weeklyRate(basis);
        inputs.team[m_person].rateBasis = basis;
    });
    FormDialog::accept();
}

NameRoleDialog::NameRoleDialog(PlanDocument& document, std::size_t person, QWidget* parent)
    : FormDialog(QStringLiteral("nameRoleDialog"), tr("Give the role a name"),
                 tr("Whoever takes “%1” keeps its time, rate and dates.")
                     .arg(format::text(document.inputs().team[person].name)),
                 parent),
      m_document(document), m_person(person), m_name(new QLineEdit(this))
{
    constexpr int kLongestName = 100;
    m_name->setMaxLength(kLongestName);
    addField(tr("&Name"), m_name, QStringLiteral("roleName"));
}

void NameRoleDialog::accept()
{
    const std::string name = format::utf8(m_name->text().trimmed());
    const std::vector<Person>& team = m_document.inputs().team;
    const Person* other = findPerson(team, name);
    if (name.empty() || (other && other != &team[m_person])) {
        complain(name.empty() ? tr("Enter a name.")
                              : tr("There is already a “%1”; choose another name.").arg(format::text(name)));
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_document.edit(tr("%1 is %2").arg(format::text(team[m_person].name), format::text(name)), [&](Inputs& inputs) {
        for (auto& [id, item] : inputs.items)
            if (item.owner == inputs.team[m_person].name)
                item.owner = name;
        inputs.team[m_person].name = name;
        inputs.team[m_person].isRole = false;
    });
    FormDialog::accept();
}

PastePeopleDialog::PastePeopleDialog(PlanDocument& document, const QString& text, QWidget* parent)
    : FormDialog(QStringLiteral("pastePeopleDialog"), tr("Paste people"),
                 tr("One person a line: name, time, AUD a week and, if you like, bill rate. Who is on the team already "
                    "gets the new figures."),
                 parent),
      m_document(document), m_lines(readPastedPeople(format::utf8(text)))
{
    auto* list = new QListWidget(this);
    list->setObjectName(QStringLiteral("pastedLines"));
    list->setAccessibleName(tr("What was understood"));
    list->setMinimumHeight(180);
    list->setWordWrap(true);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    for (const PastedLine& line : m_lines) {
        auto* entry = new QListWidgetItem(wording::pastedLine(line), list);
        if (line.problem)
            entry->setForeground(roleColor(Role::Error, palette()));
    }
    addWide(list);
    const auto sound = static_cast<int>(
        std::ranges::count_if(m_lines, [](const PastedLine& line) { return !line.problem.has_value(); }));
    if (m_lines.empty())
        complain(tr("There are no people on the clipboard. Copy them in your spreadsheet first."));
    QPushButton* add = buttons()->button(QDialogButtonBox::Ok);
    add->setText(sound == 1 ? tr("&Add 1 person") : tr("&Add %1 people").arg(sound));
    add->setEnabled(sound > 0);
    setMinimumWidth(560);
}

void PastePeopleDialog::accept()
{
    const bool added =
        m_document.edit(tr("Paste people"), [&](Inputs& inputs) { addPastedPeople(inputs.team, m_lines); });
    if (added)
        FormDialog::accept();
    else
        complain(tr("The plan stays as it was: with these people it can't be worked out."));
}

} // namespace trestle
