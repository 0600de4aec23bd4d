#include "ui/window/header_bar.h"

#include "ui/scenarios/scenario_button.h"
#include "ui/theme/theme.h"
#include "ui/window/find_button.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>

namespace trestle {

namespace {

constexpr int kAllWords = 1250;    ///< wide enough for the whole words of the field
constexpr int kNobodyNamed = 1120; ///< narrower, nobody is named

} // namespace

HeaderBar::HeaderBar(QWidget* parent)
    : QWidget(parent), m_menus(new QMenuBar(this)), m_undo(new QPushButton(tr("Undo"), this)),
      m_redo(new QPushButton(tr("Redo"), this)), m_scenario(new ScenarioButton(this)), m_team(new QLabel(this)),
      m_find(new FindButton(this)), m_file(new QLabel(this)), m_export(new QPushButton(tr("Export"), this)),
      m_filler(new QWidget(this))
{
    setObjectName(QStringLiteral("headerBar"));
    m_menus->setObjectName(QStringLiteral("menuBar"));
    m_menus->setNativeMenuBar(false);
    m_menus->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_redo->setObjectName(QStringLiteral("redoButton"));
    m_team->setObjectName(QStringLiteral("teamLabel"));
    m_file->setObjectName(QStringLiteral("fileLabel"));
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_filler->setObjectName(QStringLiteral("headerFiller"));
    m_export->setProperty("primary", true);
    m_team->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {m_team, m_file}) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        label->setTextFormat(Qt::PlainText);
        label->installEventFilter(this);
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
    row->addWidget(m_filler, 1);
    row->addWidget(m_team, 5);
    row->addWidget(m_find);
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

void HeaderBar::setActions(QAction& undo, QAction& redo, QAction& find, QMenu& exports)
{
    bind(*m_undo, undo);
    bind(*m_redo, redo);
    connect(m_find, &QPushButton::clicked, &find, &QAction::trigger);
    m_find->setKeys(find.shortcut().toString(QKeySequence::NativeText));
    m_export->setMenu(&exports);
}

const QWidget& HeaderBar::findField() const
{
    return *m_find;
}

void HeaderBar::openExports()
{
    if (m_export->isVisible())
        m_export->showMenu();
}

void HeaderBar::showPlanParts(bool shown)
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_undo, m_redo, m_scenario, m_team, m_file, m_export})
        part->setVisible(shown);
    m_filler->setVisible(!shown);
    fitRow();
}

void HeaderBar::setDocument(PlanDocument* document)
{
    m_scenario->setDocument(document);
}

void HeaderBar::setTeam(const QString& line)
{
    if (line == m_teamText)
        return;
    m_teamText = line;
    m_team->setToolTip(line);
    elideTexts();
}

void HeaderBar::setPlan(const QString& name, const QString& client, const QString& state, const QString& about,
                        bool alarm)
{
    if (name == m_name && client == m_client && state == m_state && about == m_file->toolTip() &&
        alarm == (m_file->foregroundRole() == QPalette::BrightText))
        return;
    m_name = name;
    m_client = client;
    m_state = state;
    m_file->setToolTip(about);
    m_file->setForegroundRole(alarm ? QPalette::BrightText : QPalette::WindowText);
    elideTexts();
}

void HeaderBar::fitRow()
{
    m_find->setShort(width() < kAllWords);
    m_team->setVisible(m_filler->isHidden() && width() >= kNobodyNamed);
}

/// A long name gives way to the state of the file behind it; the client is named where there is room for all of it.
void HeaderBar::elideTexts()
{
    m_team->setText(m_team->fontMetrics().elidedText(m_teamText, Qt::ElideRight, m_team->width()));
    const QFontMetrics metrics = m_file->fontMetrics();
    const QString state = tr(" · %1").arg(m_state);
    const int room = m_file->width() - metrics.horizontalAdvance(state) - 1;
    const QString both = m_client.isEmpty() ? m_name : tr("%1 for %2").arg(m_name, m_client);
    const QString shown =
        metrics.horizontalAdvance(both) <= room ? both : metrics.elidedText(m_name, Qt::ElideRight, room);
    m_file->setText(m_name.isEmpty() ? QString() : shown + state);
}

void HeaderBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitRow();
}

/// The labels take what room is left, whatever beside them came or went.
bool HeaderBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        elideTexts();
    return QWidget::eventFilter(watched, event);
}

void HeaderBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), roleColor(Role::Surface, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), roleColor(Role::Border, palette()));
}

} // namespace trestle
