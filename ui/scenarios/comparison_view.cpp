#include "ui/scenarios/comparison_view.h"

#include "models/scenarios.h"
#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/scenarios/change_list.h"
#include "ui/scenarios/scenario_dialog.h"
#include "ui/scenarios/scenario_gantt.h"
#include "ui/scenarios/scenario_table_model.h"
#include "ui/scenarios/scenario_table_view.h"
#include "ui/scenarios/scenario_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace trestle {

namespace {

/// How a side's bars look, before its name.
class Swatch : public QWidget {
public:
    Swatch(bool pale, QWidget* parent) : QWidget(parent), m_pale(pale) { setFixedSize(18, 12); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_pale ? QPen(roleColor(Role::BarPaleBorder, palette()), 1) : QPen(Qt::NoPen));
        painter.setBrush(roleColor(m_pale ? Role::BarPale : Role::Bar, palette()));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }

private:
    bool m_pale;
};

QPushButton* makeButton(const QString& text, const char* name, const QString& tip, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setToolTip(tip);
    return button;
}

} // namespace

ComparisonView::ComparisonView(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_comparison(document),
      m_model(new ScenarioTableModel(m_comparison, this)), m_table(new ScenarioTableView(*m_model, this))
{
    setObjectName(QStringLiteral("comparisonView"));
    m_table->setObjectName(QStringLiteral("scenarioTable"));
    m_table->setAccessibleName(tr("Scenarios side by side"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, kPageMargin);
    column->setSpacing(12);
    column->addWidget(m_table);
    column->addWidget(makeChosen());
    auto* line = new Divider(this);
    line->setObjectName(QStringLiteral("comparisonLine"));
    column->addWidget(line);
    column->addWidget(makeAxis());
    column->addStretch(1);

    connect(&m_comparison, &ScenarioComparison::plansChanged, this, &ComparisonView::takePlans);
    connect(&m_comparison, &ScenarioComparison::riskChanged, this, &ComparisonView::refreshSentence);
    connect(m_table, &ScenarioTableView::columnChosen, this, [this](int at) { choose(m_model->scenario(at)); });
    connect(m_table, &ScenarioTableView::openWanted, this,
            [this](int at) { m_document.setActiveScenario(m_model->scenario(at)); });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ComparisonView::showTableMenu);
    connect(&document, &PlanDocument::scenariosChanged, this, [this] {
        if (m_document.activeScenario() != m_opened)
            m_chosen = m_document.activeScenario();
        m_opened = m_document.activeScenario();
    });
    m_opened = document.activeScenario();
    m_chosen = m_opened;
    applyFonts();
}

QWidget* ComparisonView::makeChosen()
{
    auto* part = new QWidget(this);
    part->setObjectName(QStringLiteral("chosenScenario"));
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(kPageMargin, 0, kPageMargin, 0);
    column->setSpacing(8);
    m_title = new QLabel(part);
    m_title->setObjectName(QStringLiteral("chosenTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_open = makeButton(tr("&Open"), "chosenOpen", tr("Show and edit this one in the window"), part);
    m_rename = makeButton(tr("Rena&me…"), "chosenRename", {}, part);
    m_makeBase =
        makeButton(tr("Make it the &base"), "chosenMakeBase", tr("The base plan takes over these changes"), part);
    m_remove = makeButton(tr("&Remove…"), "chosenRemove", tr("Undo brings it back"), part);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_title, 1);
    for (QPushButton* button : {m_open, m_rename, m_makeBase, m_remove})
        row->addWidget(button);
    m_sentence = new QLabel(part);
    m_sentence->setObjectName(QStringLiteral("chosenSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_changes = new ChangeList(m_document, part);
    column->addLayout(row);
    column->addWidget(m_sentence);
    column->addWidget(m_changes);
    connect(m_open, &QPushButton::clicked, this, [this] { m_document.setActiveScenario(m_chosen); });
    connect(m_rename, &QPushButton::clicked, this, [this] { ScenarioDialog(m_document, m_chosen, window()).exec(); });
    connect(m_makeBase, &QPushButton::clicked, this, [this] { m_document.makeBase(m_chosen); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(m_chosen); });
    return part;
}

/// What the buttons do, at the scenario of a column.
void ComparisonView::showTableMenu(const QPoint& place)
{
    if (const QModelIndex at = m_table->indexAt(place); at.isValid())
        choose(m_model->scenario(at.column()));
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("scenarioRowMenu"));
    for (QPushButton* button : {m_open, m_rename, m_makeBase, m_remove}) {
        if (button == m_remove)
            menu.addSeparator();
        QAction* action = menu.addAction(button->text(), button, &QPushButton::click);
        action->setObjectName(button->objectName() + QStringLiteral("Action"));
        action->setEnabled(button->isEnabled() && !button->isHidden());
    }
    menu.exec(m_table->viewport()->mapToGlobal(place));
}

QWidget* ComparisonView::makeAxis()
{
    auto* part = new QWidget(this);
    part->setObjectName(QStringLiteral("scenarioAxis"));
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(kPageMargin, 0, kPageMargin, 0);
    column->setSpacing(8);
    m_axisTitle = new QLabel(tr("On one time axis, likely plans"), part);
    m_axisTitle->setObjectName(QStringLiteral("scenarioAxisTitle"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_axisTitle);
    row->addStretch(1);
    const auto addSide = [&](bool pale, const char* name, const QString& accessible) {
        auto* swatch = new Swatch(pale, part);
        swatch->setObjectName(QString::fromLatin1(name) + QStringLiteral("Swatch"));
        auto* box = new QComboBox(part);
        box->setObjectName(QString::fromLatin1(name));
        box->setAccessibleName(accessible);
        box->setMinimumContentsLength(12);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        row->addWidget(swatch);
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, &ComparisonView::refreshAxis);
        return box;
    };
    m_upper = addSide(false, "axisUpper", tr("Scenario of the upper, dark bars"));
    m_lower = addSide(true, "axisLower", tr("Scenario of the lower, pale bars"));
    m_gantt = new ScenarioGantt(part);
    m_reading = new QLabel(part);
    m_reading->setObjectName(QStringLiteral("scenarioAxisReading"));
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setWordWrap(true);
    m_reading->setForegroundRole(QPalette::PlaceholderText);
    m_reading->setMinimumHeight(m_reading->fontMetrics().height());
    column->addLayout(row);
    column->addWidget(m_gantt);
    column->addWidget(m_reading);
    connect(m_gantt, &ScenarioGantt::rowRead, m_reading, &QLabel::setText);
    return part;
}

void ComparisonView::choose(const QString& scenario)
{
    if (scenario == m_chosen)
        return;
    m_chosen = scenario;
    takePlans();
}

void ComparisonView::takePlans()
{
    const std::vector<ScenarioComparison::Column>& columns = m_comparison.columns();
    if (columns.empty())
        return;
    if (!m_comparison.find(m_chosen))
        m_chosen.clear();
    for (int column = 0; column < m_model->columnCount(); ++column)
        if (m_model->scenario(column) == m_chosen && m_table->chosenColumn() != column)
            m_table->chooseColumn(column);
    refreshChosen();
    const QString last = columns.back().scenario;
    fillSide(*m_upper, m_chosen.isEmpty() ? last : m_chosen);
    fillSide(*m_lower, QString());
    refreshAxis();
}

void ComparisonView::refreshChosen()
{
    const bool own = !m_chosen.isEmpty();
    const Scenario* scenario = findScenario(m_document.contents(), format::utf8(m_chosen));
    m_title->setText(scenario ? tr("%1 · %2").arg(scenariowords::name(m_chosen), scenariowords::changeCount(*scenario))
                              : scenariowords::name(m_chosen));
    m_open->setEnabled(m_chosen != m_document.activeScenario());
    for (QPushButton* button : {m_rename, m_makeBase, m_remove})
        button->setVisible(own);
    m_changes->setScenario(m_chosen);
    refreshSentence();
}

void ComparisonView::refreshSentence()
{
    const QString text = m_model->sentence(m_table->chosenColumn());
    m_sentence->setText(!text.isEmpty() || m_chosen.isEmpty() ? text : tr("Being worked out…"));
    m_sentence->setVisible(!m_chosen.isEmpty());
}

void ComparisonView::fillSide(QComboBox& box, const QString& wanted)
{
    const QSignalBlocker quiet(box);
    box.clear();
    for (const ScenarioComparison::Column& column : m_comparison.columns())
        box.addItem(scenariowords::name(column.scenario), column.scenario);
    box.setCurrentIndex(std::max(box.findData(wanted), 0));
}

void ComparisonView::refreshAxis()
{
    const ScenarioComparison::Column* upper = m_comparison.find(m_upper->currentData().toString());
    const ScenarioComparison::Column* lower = m_comparison.find(m_lower->currentData().toString());
    const bool possible = upper && lower && !upper->plan.phases.empty() && !lower->plan.phases.empty();
    m_gantt->setVisible(possible);
    if (possible)
        m_gantt->setSides({scenariowords::name(upper->scenario), upper->plan},
                          {scenariowords::name(lower->scenario), lower->plan});
}

void ComparisonView::applyFonts()
{
    for (QLabel* label : {m_title, m_axisTitle})
        label->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
}

void ComparisonView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFonts();
}

void ComparisonView::showEvent(QShowEvent* event)
{
    m_comparison.setWatched(true);
    QWidget::showEvent(event);
}

void ComparisonView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        m_comparison.setWatched(false);
}

} // namespace trestle
