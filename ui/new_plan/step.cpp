#include "ui/new_plan/step.h"

#include "ui/theme/theme.h"
#include "ui/widgets/reading_order.h"
#include "ui/widgets/typed_field.h"

#include <QAccessible>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace trestle {

NewPlanStep::NewPlanStep(const QString& name, const QString& heading, const QString& explanation, QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(name);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    auto* title = new QLabel(heading, this);
    title->setObjectName(name + QStringLiteral("Heading"));
    title->setFont(scaledFont(font(), TextSize::Title, QFont::DemiBold));
    auto* sentence = new QLabel(explanation, this);
    sentence->setObjectName(name + QStringLiteral("Explanation"));
    sentence->setWordWrap(true);
    sentence->setForegroundRole(QPalette::PlaceholderText);
    m_column->addWidget(title);
    m_column->addWidget(sentence);
    m_column->addSpacing(8);
}

void NewPlanStep::addLabelled(const QString& label, QWidget* field, QWidget* control)
{
    QWidget* named = control ? control : field;
    auto* text = new QLabel(label, this);
    text->setObjectName(field->objectName() + QStringLiteral("Label"));
    text->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    text->setBuddy(named);
    QString plain = label;
    if (named->accessibleName().isEmpty())
        named->setAccessibleName(plain.remove(u'&'));
    auto* pair = new QVBoxLayout;
    pair->setContentsMargins(0, 4, 0, 0);
    pair->setSpacing(4);
    pair->addWidget(text);
    pair->addWidget(field);
    m_column->addLayout(pair);
}

void NewPlanStep::focusFirst()
{
    QWidget* field = firstField(*this);
    if (!field)
        return;
    field->setFocus(Qt::TabFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(field)) // it may have had the focus
        line->selectAll();
}

bool NewPlanStep::settle()
{
    TypedField* wrong = settleFields(*this);
    if (!wrong)
        return true;
    wrong->setFocus(Qt::OtherFocusReason);
    wrong->selectAll();
    return false;
}

void NewPlanStep::skip()
{
    for (TypedField* field : findChildren<TypedField*>()) {
        field->settle();
        field->restore();
    }
}

ProblemLabel::ProblemLabel(const QString& name, QWidget* parent) : QLabel(parent)
{
    setObjectName(name);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    colour();
    hide();
}

void ProblemLabel::tell(const QString& problem)
{
    setText(problem);
    setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ProblemLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void ProblemLabel::colour()
{
    const QColor ink = roleColor(Role::Error, palette());
    if (palette().color(QPalette::WindowText) == ink)
        return;
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, ink);
    setPalette(colors);
}

} // namespace trestle
