#include "ui/scenarios/change_list.h"

#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/scenarios/scenario_words.h"
#include "ui/widgets/lazy_refresh.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace trestle {

ChangeList::ChangeList(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_column(new QVBoxLayout(this)), m_none(new QLabel(this))
{
    setObjectName(QStringLiteral("changeList"));
    m_none->setObjectName(QStringLiteral("changeListNone"));
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->setWordWrap(true);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_column->addWidget(m_none);
    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(&document, &PlanDocument::planChanged, lazy, &LazyRefresh::mark);
    refresh();
}

void ChangeList::setScenario(const QString& scenario)
{
    if (scenario == m_scenario)
        return;
    m_scenario = scenario;
    refresh();
}

void ChangeList::refresh()
{
    std::vector<Row> rows;
    const Project& project = m_document.contents();
    const Scenario* scenario = findScenario(project, format::utf8(m_scenario));
    if (scenario)
        for (const OverlayEntry& change : entriesOf(*scenario))
            rows.push_back({change, scenariowords::change(m_document.catalogue(), project.base, *scenario, change)});
    m_none->setText(m_scenario.isEmpty()
                        ? tr("The base plan is what every scenario starts from: an edit of it shows in all of them, "
                             "unless they have their own.")
                        : tr("Nothing yet. Open it and edit the team, the start, ticks, the profile, days off or the "
                             "target: what you change stays in this scenario."));
    m_none->setVisible(rows.empty());
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    build();
}

void ChangeList::build()
{
    // Where the focus was on a line, it goes to the one that takes its place.
    const auto focused = std::ranges::find_if(
        m_lines, [](const QWidget* line) { return line->isAncestorOf(QApplication::focusWidget()); });
    const std::ptrdiff_t place = focused - m_lines.begin();
    const bool hadFocus = focused != m_lines.end();
    for (QWidget* line : m_lines) {
        line->hide(); // at once, though a click on its own button may be what removes it
        m_column->removeWidget(line);
        line->deleteLater();
    }
    m_lines.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        auto* line = new QWidget(this);
        line->setObjectName(QStringLiteral("change%1").arg(i));
        auto* layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        auto* text = new QLabel(row.text, line);
        text->setObjectName(QStringLiteral("changeText%1").arg(i));
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        auto* back = new QPushButton(tr("Take back"), line);
        back->setObjectName(QStringLiteral("changeBack%1").arg(i));
        back->setAccessibleName(tr("Take back: %1").arg(row.text));
        back->setToolTip(tr("Use what the base plan has"));
        back->setProperty("quiet", true);
        connect(back, &QPushButton::clicked, this, [this, change = row.change] { take(change); });
        layout->addWidget(text, 1);
        layout->addWidget(back, 0, Qt::AlignTop);
        m_column->addWidget(line);
        m_lines.push_back(line);
    }
    if (hadFocus && !m_lines.empty()) {
        const std::size_t next = std::min(static_cast<std::size_t>(place), m_lines.size() - 1);
        m_lines[next]->findChild<QPushButton*>()->setFocus();
    }
}

void ChangeList::take(const OverlayEntry& change)
{
    const std::string name = format::utf8(m_scenario);
    m_document.editProject(tr("As in the base again (in “%1”)").arg(m_scenario), [&](Project& project) {
        for (Scenario& scenario : project.scenarios)
            if (scenario.name == name)
                takeBack(scenario, change);
    });
}

} // namespace trestle
