#include "ui/money/dressed_part.h"

#include "ui/widgets/selectable_label.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace trestle {

DressedPart::DressedPart(const QString& name, QWidget* parent) : QWidget(parent)
{
    setObjectName(name);
}

QLabel* DressedPart::addLabel(const QString& name, const QString& text, Role role, TextSize size, int weight)
{
    auto* label = new SelectableLabel(this);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setText(text);
    dress(*label, role, size, weight);
    return label;
}

QLabel* DressedPart::addTitle(const QString& name, const QString& text)
{
    return addLabel(name, text, Role::Text, TextSize::Body, QFont::DemiBold);
}

QLabel* DressedPart::addQuiet(const QString& name, const QString& text)
{
    return addLabel(name, text, Role::TextMuted, TextSize::Small);
}

void DressedPart::dress(QLabel& label, Role role, TextSize size, int weight)
{
    std::erase_if(m_dresses, [&](const Dress& dress) { return !dress.label || dress.label == &label; });
    m_dresses.push_back({&label, role, size, weight});
    put(m_dresses.back());
}

void DressedPart::put(const Dress& dress) const
{
    dress.label->setFont(scaledFont(font(), dress.size, dress.weight));
    QPalette colours = dress.label->palette();
    colours.setColor(QPalette::WindowText, roleColor(dress.role, palette()));
    dress.label->setPalette(colours);
}

QWidget* DressedPart::piece(const QString& before, QWidget& field, const QString& after)
{
    auto* group = new QWidget(this);
    group->setObjectName(field.objectName() + QStringLiteral("Piece"));
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kRhythm);
    const auto add = [&](const QString& text, const QString& name) {
        if (text.isEmpty())
            return;
        auto* label = new QLabel(text, group);
        label->setObjectName(field.objectName() + name);
        label->setTextFormat(Qt::PlainText);
        row->addWidget(label);
    };
    add(before, QStringLiteral("Before"));
    row->addWidget(&field);
    add(after, QStringLiteral("After"));
    return group;
}

void DressedPart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    for (const Dress& dress : m_dresses)
        if (dress.label)
            put(dress);
}

} // namespace trestle
