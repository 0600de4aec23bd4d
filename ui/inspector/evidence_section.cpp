#include "ui/inspector/evidence_section.h"

#include "models/proposals.h"
#include "ui/base/wording_scan.h"
#include "ui/document/plan_document.h"
#include "ui/scan/evidence_list.h"
#include "ui/scan/proposal_pane.h"
#include "ui/scan/review_rows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/selectable_label.h"

#include <QEvent>
#include <QVBoxLayout>

namespace trestle {

EvidenceSection::EvidenceSection(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_from(new SelectableLabel(this)),
      m_places(new EvidenceList(QStringLiteral("tickEvidence"), this)),
      m_proposal(new ProposalPane(reviewOf(document), ProposalPane::Kind::Short, QStringLiteral("openProposal"), this))
{
    setObjectName(QStringLiteral("evidenceSection"));
    m_from->setObjectName(QStringLiteral("tickProvenance"));
    m_from->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_from);
    column->addWidget(m_places);
    column->addWidget(m_proposal);
    connect(m_places, &EvidenceList::opened, this, &EvidenceSection::evidenceWanted);
    connect(m_proposal, &ProposalPane::evidenceWanted, this, &EvidenceSection::evidenceWanted);
    applyColours();
    hide();
}

void EvidenceSection::setItem(const std::string& item)
{
    const Inputs& inputs = m_document.inputs();
    const TickEvidence* tick = evidenceOf(inputs, item);
    m_from->setText(tick ? wording::tickProvenance(*tick) : QString());
    m_from->setVisible(tick != nullptr);
    m_places->setEvidence(tick ? tick->places : std::vector<Evidence>{}, tick ? tick->by : std::string());
    const Proposal* proposal = proposalFor(inputs, item);
    const bool isOpen = proposal && proposal->answer == ProposalAnswer::open;
    m_proposal->setItem(isOpen ? item : std::string());
    setVisible(tick || isOpen);
}

void EvidenceSection::applyColours()
{
    m_from->setFont(scaledFont(font(), TextSize::Small, QFont::DemiBold));
}

void EvidenceSection::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
