#include "ui/inspector/source_list.h"

#include "ui/base/wording.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/disclosure_button.h"
#include "ui/widgets/selectable_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace trestle {

SourceList::SourceList(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
}

void SourceList::addRow()
{
    Row row{};
    row.whole = new QWidget(this);
    row.whole->setObjectName(QStringLiteral("source%1").arg(m_rows.size()));
    auto* grid = new QGridLayout(row.whole);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(1);
    row.figure = new SelectableLabel(row.whole);
    row.note = new SelectableLabel(row.whole);
    row.sum = new SelectableLabel(row.whole);
    for (QLabel* label : {row.figure, row.note, row.sum})
        label->setWordWrap(true);
    row.badge = new Badge(row.whole);
    grid->addWidget(row.figure, 0, 0);
    grid->addWidget(row.badge, 0, 1, Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(row.note, 1, 0, 1, 2);
    row.sum->setObjectName(QStringLiteral("sum%1").arg(m_rows.size()));
    row.showSum = new DisclosureButton(QStringLiteral("showSum%1").arg(m_rows.size()), tr("Show the sum"), *row.sum);
    grid->addWidget(row.showSum, 2, 0, 1, 2, Qt::AlignLeft);
    grid->addWidget(row.sum, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    m_layout->addWidget(row.whole);
    m_rows.push_back(row);
}

void SourceList::setSources(const std::vector<SourceRow>& sources)
{
    const std::size_t before = m_rows.size();
    while (m_rows.size() < sources.size())
        addRow();
    if (m_rows.size() != before)
        applyColours();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        row.whole->setVisible(i < sources.size());
        if (i >= sources.size())
            continue;
        const SourceRow& source = sources[i];
        row.figure->setText(source.figure);
        row.note->setText(source.note);
        row.note->setVisible(!source.note.isEmpty());
        row.sum->setText(source.sum);
        row.showSum->setAccessibleName(tr("Show the sum: %1").arg(source.figure));
        row.showSum->setAvailable(!source.sum.isEmpty());
        row.badge->setKind(source.kind);
        row.whole->setAccessibleName(
            QStringLiteral("%1, %2: %3").arg(source.figure, wording::provenance(source.kind), source.note));
    }
}

void SourceList::applyColours()
{
    for (const Row& row : m_rows) {
        row.figure->setFont(scaledFont(font(), TextSize::Small, QFont::DemiBold));
        for (QLabel* label : {row.note, row.sum}) {
            label->setFont(scaledFont(font(), TextSize::Small));
            QPalette quiet = label->palette();
            quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
            label->setPalette(quiet);
        }
    }
}

void SourceList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
