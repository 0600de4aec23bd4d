#include "ui/header_bar.h"

#include "ui/scenarios/scenario_button.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>

namespace trestle {

HeaderBar::HeaderBar(QWidget* parent)
    : QWidget(parent), m_menus(new QMenuBar(this)), m_undo(new QPushButton(tr("Undo"), this)),
      m_redo(new QPushButton(tr("Redo"), this)), m_scenario(new ScenarioButton(this)), m_changes(new QPushButton(this)),
      m_team(new QLabel(this)), m_file(new QLabel(this)), m_export(new QPushButton(tr("Export"), this)),
      m_filler(new QWidget(this))
{
    setObjectName(QStringLiteral("headerBar"));
    m_menus->setObjectName(QStringLiteral("menuBar"));
    m_menus->setNativeMenuBar(false);
    m_menus->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_redo->setObjectName(QStringLiteral("redoButton"));
    m_changes->setObjectName(QStringLiteral("scenarioChanges"));
    m_changes->setProperty("quiet", true);
    m_changes->hide();
    connect(m_changes, &QPushButton::clicked, this, &HeaderBar::changesWanted);
    m_team->setObjectName(QStringLiteral("teamLabel"));
    m_file->setObjectName(QStringLiteral("fileLabel"));
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_filler->setObjectName(QStringLiteral("headerFiller"));
    m_export->setProperty("primary", true);
    for (QLabel* label : {m_team, m_file}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        label->setTextFormat(Qt::PlainText);
    }
    m_file->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 16, 6);
    row->setSpacing(8);
    row->addWidget(m_menus);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addSpacing(4);
    row->addWidget(m_scenario);
    row->addWidget(m_changes);
    row->addWidget(m_filler, 1);
    row->addWidget(m_team, 5);
    row->addWidget(m_file, 4);
    row->addSpacing(8);
    row->addWidget(m_export);
}

void HeaderBar::bind(QPushButton& button, QAction& action)
{
    const auto follow = [&button, &action] {
        button.setEnabled(action.isEnabled());
        button.setToolTip(action.toolTip());
        button.setAccessibleDescription(action.toolTip());
    };
    connect(&button, &QPushButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, &button, follow);
    follow();
}

void HeaderBar::setActions(QAction* undo, QAction* redo, QMenu* exports)
{
    bind(*m_undo, *undo);
    bind(*m_redo, *redo);
    m_export->setMenu(exports);
}

void HeaderBar::showPlanParts(bool shown)
{
    m_plan = shown;
    for (QWidget* part : std::initializer_list<QWidget*>{m_undo, m_redo, m_scenario, m_team, m_file, m_export})
        part->setVisible(shown);
    m_changes->setVisible(shown && !m_changes->text().isEmpty());
    m_filler->setVisible(!shown);
}

void HeaderBar::setDocument(PlanDocument* document)
{
    m_scenario->setDocument(document);
}

void HeaderBar::setChanges(const QString& words, const QString& all)
{
    if (words == m_changes->text() && all == m_changes->toolTip() &&
        m_changes->isHidden() == (!m_plan || words.isEmpty()))
        return;
    m_changes->setText(words);
    m_changes->setToolTip(all);
    m_changes->setAccessibleDescription(all);
    m_changes->setVisible(m_plan && !words.isEmpty());
    layout()->activate();
    elideTexts();
}

void HeaderBar::setTeam(const QString& line)
{
    if (line == m_teamText)
        return;
    m_teamText = line;
    m_team->setToolTip(line);
    elideTexts();
}

void HeaderBar::setFile(const QString& line, const QString& path, bool alarm)
{
    if (line == m_fileText && path == m_file->toolTip() && alarm == (m_file->foregroundRole() == QPalette::BrightText))
        return;
    m_fileText = line;
    m_file->setToolTip(path);
    m_file->setForegroundRole(alarm ? QPalette::BrightText : QPalette::PlaceholderText);
    elideTexts();
}

void HeaderBar::elideTexts()
{
    m_team->setText(m_team->fontMetrics().elidedText(m_teamText, Qt::ElideRight, m_team->width()));
    m_file->setText(m_file->fontMetrics().elidedText(m_fileText, Qt::ElideLeft, m_file->width()));
}

void HeaderBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elideTexts();
}

void HeaderBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), roleColor(Role::Surface, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), roleColor(Role::Border, palette()));
}

} // namespace trestle
