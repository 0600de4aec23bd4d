#include "ui/pages/scenarios_page.h"

#include "ui/document/plan_document.h"
#include "ui/scenarios/comparison_view.h"
#include "ui/scenarios/cover_panel.h"
#include "ui/scenarios/goal_panel.h"
#include "ui/scenarios/scenario_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace trestle {

namespace {

constexpr int kReadable = 560; ///< width of a text that is read

} // namespace

ScenariosPage::ScenariosPage(PlanDocument& document, QWidget* parent) : QWidget(parent), m_document(document)
{
    setObjectName(QStringLiteral("scenariosPage"));
    setAccessibleName(tr("Scenarios"));
    m_comparison = new ComparisonView(document, this);
    m_goal = new GoalPanel(document, this);
    m_cover = new CoverPanel(document, this);
    m_compared = new QStackedWidget(this);
    m_compared->setObjectName(QStringLiteral("scenarioCompared"));
    m_compared->addWidget(makeEmpty());
    m_compared->addWidget(scrolled(m_comparison, "scenarioScroll", 0));
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(QStringLiteral("scenarioViews"));
    m_stack->addWidget(m_compared);
    m_stack->addWidget(scrolled(m_goal, "goalScroll", kPageMargin));
    m_stack->addWidget(scrolled(m_cover, "coverScroll", kPageMargin, true));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeControls());
    column->addWidget(m_stack, 1);

    connect(m_views, &QButtonGroup::idClicked, this, [this](int view) { setView(static_cast<View>(view)); });
    connect(m_goal, &GoalPanel::scenarioMade, this, &ScenariosPage::showMade);
    connect(m_cover, &CoverPanel::scenarioMade, this, &ScenariosPage::showMade);
    connect(m_goal, &GoalPanel::coverWanted, this, [this](Money budget, int confidence) {
        m_cover->setBudget(budget);
        m_cover->setConfidence(confidence);
        setView(View::Cover);
        m_cover->ask();
    });
    connect(&document, &PlanDocument::scenariosChanged, this, &ScenariosPage::refresh);
    refresh();
}

QWidget* ScenariosPage::makeControls()
{
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("scenarioControls"));
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(kPageMargin, 0, kPageMargin, 0);
    layout->setSpacing(8);
    m_views = new QButtonGroup(this);
    const auto addView = [&](View view, const QString& text, const char* name, const QString& tip) {
        auto* button = new QPushButton(text, bar);
        button->setObjectName(QString::fromLatin1(name));
        button->setToolTip(tip);
        button->setCheckable(true);
        button->setProperty("chip", true);
        m_views->addButton(button, static_cast<int>(view));
        layout->addWidget(button);
    };
    addView(View::Compare, tr("Compare"), "scenarioCompare", tr("Scenarios side by side"));
    addView(View::Goal, tr("Finish by a date"), "scenarioGoal", tr("Ways to a date within a budget"));
    addView(View::Cover, tr("What a budget covers"), "scenarioCover", tr("How far an amount of money goes"));
    m_views->button(0)->setChecked(true);
    layout->addStretch(1);
    auto* add = new QPushButton(tr("&New scenario…"), bar);
    add->setObjectName(QStringLiteral("scenarioAdd"));
    connect(add, &QPushButton::clicked, this, &ScenariosPage::addNew);
    layout->addWidget(add);
    return bar;
}

QWidget* ScenariosPage::makeEmpty()
{
    auto* page = new QWidget(this);
    page->setObjectName(QStringLiteral("scenarioEmpty"));
    auto* inner = new QWidget(page);
    inner->setObjectName(QStringLiteral("scenarioEmptyText"));
    inner->setMaximumWidth(kReadable);
    auto* title = new QLabel(tr("What if?"), inner);
    title->setObjectName(QStringLiteral("scenarioEmptyTitle"));
    title->setFont(scaledFont(font(), TextSize::Title, QFont::DemiBold));
    auto* text = new QLabel(tr("A scenario is a copy of the plan that keeps only what you change in it: another team, "
                               "start, target or calendar, items left out or in place. Edits of the base plan show in "
                               "it too. Here scenarios stand side by side, simulated with the same draws, so that a "
                               "difference is an effect and not chance."),
                            inner);
    text->setObjectName(QStringLiteral("scenarioEmptyWhy"));
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    auto* make = new QPushButton(tr("New &scenario…"), inner);
    make->setObjectName(QStringLiteral("scenarioFirst"));
    make->setProperty("primary", true);
    auto* ways = new QPushButton(tr("Find ways to a &date…"), inner);
    ways->setObjectName(QStringLiteral("scenarioFirstGoal"));
    connect(make, &QPushButton::clicked, this, &ScenariosPage::addNew);
    connect(ways, &QPushButton::clicked, this, [this] { setView(View::Goal); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(make);
    buttons->addWidget(ways);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(inner);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(text);
    column->addLayout(buttons);
    auto* across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(inner, 8);
    across->addStretch(1);
    auto* down = new QVBoxLayout(page);
    down->addStretch(1);
    down->addLayout(across);
    down->addStretch(2);
    return page;
}

QWidget* ScenariosPage::scrolled(QWidget* content, const char* name, int margin, bool fills)
{
    auto* area = new QScrollArea(this);
    setAccessibleRole(*area, QAccessible::Pane);
    area->setAccessibleName(tr("Scenarios"));
    area->setObjectName(QString::fromLatin1(name));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget(area);
    inside->setObjectName(QString::fromLatin1(name) + QStringLiteral("Inside"));
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(margin, margin > 0 ? 8 : 0, margin, margin);
    column->addWidget(content);
    if (margin > 0 && !fills)
        column->addStretch(1);
    area->setWidget(inside);
    // The card is the ground; a scroll area would paint its own.
    area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    return area;
}

ScenariosPage::View ScenariosPage::view() const
{
    return static_cast<View>(m_stack->currentIndex());
}

void ScenariosPage::setView(View view)
{
    m_views->button(static_cast<int>(view))->setChecked(true);
    m_stack->setCurrentIndex(static_cast<int>(view));
}

void ScenariosPage::addNew()
{
    ScenarioDialog dialog(m_document, window());
    if (dialog.exec() == QDialog::Accepted)
        setView(View::Compare);
}

void ScenariosPage::refresh()
{
    m_compared->setCurrentIndex(m_document.scenarios().isEmpty() ? 0 : 1);
}

void ScenariosPage::showMade()
{
    setView(View::Compare);
    m_comparison->choose(m_document.activeScenario());
}

} // namespace trestle
