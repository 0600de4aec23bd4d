#include "ui/risk/correlation_editor.h"

#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/lazy_refresh.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <cmath>

namespace trestle {

CorrelationEditor::CorrelationEditor(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_label(new QLabel(tr("Phases go &together by ρ"), this)),
      m_value(new QDoubleSpinBox(this)), m_badge(new Badge(this)), m_usual(new QPushButton(this))
{
    setObjectName(QStringLiteral("correlationEditor"));
    const QString hint =
        tr("The correlation ρ between the phases' draws: at 0 each phase turns out long or short on its own, at 1 all "
           "do together. The more they go together, the wider the plan's range.");
    m_label->setObjectName(QStringLiteral("correlationLabel"));
    m_label->setBuddy(m_value);
    m_label->setToolTip(hint);
    m_value->setObjectName(QStringLiteral("correlation"));
    m_value->setAccessibleName(tr("Correlation between the phases"));
    m_value->setAccessibleDescription(hint);
    m_value->setToolTip(hint);
    m_value->setLocale(format::locale());
    m_value->setRange(0, 1);
    m_value->setDecimals(2);
    m_value->setSingleStep(0.1);
    m_value->setKeyboardTracking(false);
    m_badge->setObjectName(QStringLiteral("correlationBadge"));
    m_usual->setObjectName(QStringLiteral("correlationUsual"));
    m_usual->setProperty("quiet", true);
    setLayout(new FlowLayout(8));
    for (QWidget* part : std::initializer_list<QWidget*>{m_label, m_value, m_badge, m_usual})
        layout()->addWidget(part);
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &CorrelationEditor::edit);
    connect(m_usual, &QPushButton::clicked, this, [this] { edit(m_document.catalogue().correlation.value); });
    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(&document, &PlanDocument::planChanged, lazy, &LazyRefresh::mark);
    refresh();
}

void CorrelationEditor::refresh()
{
    const QSignalBlocker blocker(m_value);
    const Sourced<double>& usual = m_document.catalogue().correlation;
    const double now = m_document.inputs().correlation;
    const bool own = std::abs(now - usual.value) > 1e-9;
    m_value->setValue(now);
    m_badge->setKind(own ? ProvenanceKind::yours : usual.from.kind);
    m_badge->setToolTip(own ? tr("Yours, in place of the catalogue's %1").arg(format::number(usual.value, 2))
                            : format::text(usual.from.note));
    m_usual->setText(tr("Use the catalogue's %1").arg(format::number(usual.value, 2)));
    m_usual->setVisible(own);
}

void CorrelationEditor::edit(double correlation)
{
    m_document.edit(
        tr("Phases go together by %1").arg(format::number(correlation, 2)),
        [correlation](Inputs& inputs) { inputs.correlation = correlation; }, QStringLiteral("correlation"));
    refresh();
}

} // namespace trestle
