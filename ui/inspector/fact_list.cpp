#include "ui/inspector/fact_list.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace trestle {

FactList::FactList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnStretch(1, 1);
}

void FactList::addRow()
{
    const auto row = static_cast<int>(m_rows.size());
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    auto* value = new QLabel(this);
    value->setObjectName(QStringLiteral("fact%1").arg(row));
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_grid->addWidget(label, row, 0, Qt::AlignLeft | Qt::AlignTop);
    m_grid->addWidget(value, row, 1);
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
        row.label->setFont(scaledFont(font(), 0.96));
        row.value->setFont(scaledFont(font(), 0.96, QFont::Medium));
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
