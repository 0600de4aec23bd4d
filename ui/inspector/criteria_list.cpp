#include "ui/inspector/criteria_list.h"

#include "ui/theme/theme.h"
#include "ui/widgets/selectable_label.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace trestle {

CriteriaList::CriteriaList(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("criteria"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
}

void CriteriaList::addRow()
{
    if (!m_rows.empty())
        m_layout->addSpacing(5);
    Row row{};
    row.label = new QLabel(this);
    row.label->setObjectName(QStringLiteral("criterionLabel%1").arg(m_rows.size()));
    row.label->setTextFormat(Qt::PlainText);
    row.text = new SelectableLabel(this);
    row.text->setObjectName(QStringLiteral("criterion%1").arg(m_rows.size()));
    row.text->setWordWrap(true);
    m_layout->addWidget(row.label);
    m_layout->addWidget(row.text);
    m_rows.push_back(row);
}

void CriteriaList::setCriteria(const std::vector<Fact>& criteria)
{
    const std::size_t before = m_rows.size();
    while (m_rows.size() < criteria.size())
        addRow();
    if (m_rows.size() != before)
        applyColours();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        row.label->setVisible(i < criteria.size());
        row.text->setVisible(i < criteria.size());
        if (i >= criteria.size())
            continue;
        row.label->setText(criteria[i].label);
        row.text->setText(criteria[i].value);
        row.text->setAccessibleName(QStringLiteral("%1: %2").arg(criteria[i].label, criteria[i].value));
    }
    setVisible(!criteria.empty());
}

void CriteriaList::applyColours()
{
    for (const Row& row : m_rows) {
        row.label->setFont(scaledFont(font(), TextSize::Small, QFont::DemiBold));
        row.text->setFont(scaledFont(font(), TextSize::Small));
        QPalette quiet = row.text->palette();
        quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
        row.text->setPalette(quiet);
    }
}

void CriteriaList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
