#include "ui/risk/correlation_editor.h"

#include "ui/base/format.h"
#include "ui/base/wording_decisions.h"
#include "ui/document/plan_document.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/lazy_refresh.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <cmath>
#include <iterator>
#include <set>

namespace trestle {

CorrelationEditor::CorrelationEditor(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_label(new QLabel(tr("If one phase runs late, do &others too?"), this)),
      m_value(new QComboBox(this)), m_badge(new Badge(this)), m_usual(new QPushButton(this))
{
    setObjectName(QStringLiteral("correlationEditor"));
    const QString hint = tr("Never: each phase goes its own way. Always: all run late or early together. The more they "
                            "go together, the wider the plan's range.");
    m_label->setObjectName(QStringLiteral("correlationLabel"));
    m_label->setBuddy(m_value);
    m_label->setToolTip(hint);
    m_value->setObjectName(QStringLiteral("correlation"));
    m_value->setAccessibleName(tr("If one phase runs late, do others too?"));
    m_value->setAccessibleDescription(hint);
    m_value->setToolTip(hint);
    m_badge->setObjectName(QStringLiteral("correlationBadge"));
    m_usual->setObjectName(QStringLiteral("correlationUsual"));
    m_usual->setProperty("quiet", true);
    setLayout(new FlowLayout(8));
    for (QWidget* part : std::initializer_list<QWidget*>{m_label, m_value, m_badge, m_usual})
        layout()->addWidget(part);
    connect(m_value, &QComboBox::activated, this, [this] { edit(m_value->currentData().toDouble()); });
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
    m_value->clear();
    // One that only the command line or a catalogue can give stands among the three.
    std::set<double> answers{0.0, 0.5, 1.0, now};
    for (const double answer : answers)
        m_value->addItem(format::capitalised(wording::runLateTogether(answer)), answer);
    m_value->setCurrentIndex(static_cast<int>(std::distance(answers.begin(), answers.find(now))));
    const QString usually = wording::runLateTogether(usual.value);
    m_badge->setKind(own ? ProvenanceKind::yours : usual.from.kind);
    m_badge->setToolTip(own ? tr("Yours, in place of the catalogue's “%1”").arg(usually)
                            : format::text(usual.from.note));
    m_usual->setText(tr("Use the catalogue's “%1”").arg(usually));
    m_usual->setVisible(own);
}

void CorrelationEditor::edit(double correlation)
{
    m_document.edit(
        tr("If one phase runs late, others do too: %1").arg(wording::runLateTogether(correlation)),
        [correlation](Inputs& inputs) { inputs.correlation = correlation; }, QStringLiteral("correlation"));
    refresh();
}

} // namespace trestle
