#include "ui/progress/status_bar.h"

#include "models/learning.h"
#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/flow_layout.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>

namespace trestle {

namespace {

/// A command of the window that this part stands in; null where it has no such command.
QAction* commandOf(const QWidget& part, const QString& name)
{
    return part.window()->findChild<QAction*>(name);
}

} // namespace

StatusBar::StatusBar(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_date(new DateField(QStringLiteral("statusDate"), document.today(), this))
{
    setObjectName(QStringLiteral("statusBar"));
    auto* label = new QLabel(tr("Status &date"), this);
    label->setObjectName(QStringLiteral("statusDateLabel"));
    label->setBuddy(m_date);
    m_date->setAccessibleName(tr("Status date"));
    m_date->setToolTip(tr("The day up to which the plan says what happened; nothing that is left is before it"));
    auto* flow = new FlowLayout(8);
    setLayout(flow);
    flow->addWidget(label);
    flow->addWidget(m_date);
    flow->addWidget(addButton("importTimesButton", tr("Import times…"), "importTimes"));
    flow->addWidget(addButton("weeklyReportButton", tr("Weekly report…"), "weeklyReport"));
    flow->addWidget(addButton("setBaselineButton", tr("Set baseline…"), "actionBaseline"));
    connect(m_date, &DateField::settled, this, [this] {
        const std::optional<Date> date = m_date->date();
        if (!date)
            return;
        m_document.edit(tr("Status date %1").arg(format::mediumDate(*date)),
                        [date](Inputs& inputs) { inputs.asOf = date; });
        refresh(); // refused: the date of before
    });
    connect(&document, &PlanDocument::planChanged, this, &StatusBar::refresh);
    refresh();
}

QPushButton* StatusBar::addButton(const char* name, const QString& text, const char* action)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1StringView(name));
    button->setProperty("action", QLatin1StringView(action));
    connect(button, &QPushButton::clicked, this, [button] {
        if (QAction* command = commandOf(*button, button->property("action").toString()))
            command->trigger();
    });
    return button;
}

void StatusBar::refresh()
{
    m_date->setDate(statusDate(m_document.inputs()));
    m_date->setNotBefore(m_document.inputs().start);
}

void StatusBar::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    for (auto* button : findChildren<QPushButton*>()) {
        const QString action = button->property("action").toString();
        if (!action.isEmpty())
            button->setVisible(commandOf(*this, action) != nullptr);
    }
}

} // namespace trestle
