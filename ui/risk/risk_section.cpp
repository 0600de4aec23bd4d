#include "ui/risk/risk_section.h"

#include "ui/charts/readable_chart.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace trestle {

RiskSection::RiskSection(const QString& name, const QString& title, ReadableChart* chart, QWidget* parent)
    : QWidget(parent), m_title(new QLabel(title, this)), m_sentence(new QLabel(this)), m_chart(chart)
{
    setObjectName(name);
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_sentence->setObjectName(name + QStringLiteral("Sentence"));
    m_sentence->setWordWrap(true);
    for (QLabel* label : {m_title, m_sentence})
        label->setTextFormat(Qt::PlainText);
    m_chart->setAccessibleName(title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_chart);
    column->addStretch(1);
    applyColours();
}

void RiskSection::setPart(const RiskPart& part)
{
    m_part = part;
    m_title->setText(part.title);
    m_sentence->setMinimumHeight(0);
    m_sentence->setText(part.sentence);
    m_chart->setPending({});
    m_chart->setAccessibleName(part.title);
    m_chart->setVisible(part.drawn);
    setVisible(!part.sentence.isEmpty());
}

void RiskSection::setPending(const QString& text)
{
    // What was said is of a plan that is no more; its room stays, so that nothing jumps when the new words come.
    if (m_sentence->height() > 0 && isVisible())
        m_sentence->setMinimumHeight(m_sentence->height());
    m_sentence->setText(QString());
    m_chart->setPending(text);
}

void RiskSection::applyColours()
{
    m_title->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    QPalette quiet = m_sentence->palette();
    quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
    m_sentence->setPalette(quiet);
}

void RiskSection::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
