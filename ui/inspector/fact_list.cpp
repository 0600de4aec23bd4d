#include "ui/inspector/fact_list.h"

#include "ui/theme/theme.h"
#include "ui/widgets/selectable_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace trestle {

FactList::FactList(const QString& name, QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(name);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
}

void FactList::addRow()
{
    // A line of its own for each, so that a long value has the room that a short label leaves.
    const auto row = static_cast<int>(m_rows.size());
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    auto* label = new QLabel(this);
    label->setObjectName(QStringLiteral("factLabel%1").arg(row));
    label->setTextFormat(Qt::PlainText);
    auto* value = new SelectableLabel(this);
    value->setObjectName(QStringLiteral("fact%1").arg(row));
    value->setWordWrap(true);
    value->setAlignment(Qt::AlignRight | Qt::AlignTop);
    line->addWidget(label, 0, Qt::AlignTop);
    line->addWidget(value, 1);
    m_layout->addLayout(line);
    m_rows.push_back({label, value});
}

void FactList::setFacts(const std::vector<Fact>& facts)
{
    const std::size_t before = m_rows.size();
    while (m_rows.size() < facts.size())
        addRow();
    if (m_rows.size() != before)
        applyColours();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool shown = i < facts.size();
        m_rows[i].label->setVisible(shown);
        m_rows[i].value->setVisible(shown);
        if (!shown)
            continue;
        m_rows[i].label->setText(facts[i].label);
        m_rows[i].value->setText(facts[i].value);
        m_rows[i].value->setAccessibleName(QStringLiteral("%1: %2").arg(facts[i].label, facts[i].value));
        for (QLabel* label : {m_rows[i].label, m_rows[i].value})
            label->setToolTip(facts[i].hint);
    }
}

void FactList::applyColours()
{
    for (const Row& row : m_rows) {
        row.label->setFont(scaledFont(font(), TextSize::Small));
        row.value->setFont(scaledFont(font(), TextSize::Small, QFont::Medium));
        QPalette quiet = row.label->palette();
        quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
        row.label->setPalette(quiet);
    }
}

void FactList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
