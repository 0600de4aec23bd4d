#include "ui/scan/proposal_pane.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_catalogue.h"
#include "ui/base/wording_scan.h"
#include "ui/scan/evidence_list.h"
#include "ui/scan/review_delegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/selectable_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr int kFoundSign = 16;

} // namespace

FoundSign::FoundSign(const QString& name, QWidget* parent) : QWidget(parent)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize FoundSign::sizeHint() const
{
    return {kFoundSign + 2, std::max(kFoundSign + 2, fontMetrics().height())};
}

void FoundSign::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void FoundSign::setState(FoundState state)
{
    m_state = state;
    update();
}

void FoundSign::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintFoundState(painter, QRectF(1, (height() - kFoundSign) / 2, kFoundSign, kFoundSign), m_state, palette());
}

ProposalPane::ProposalPane(ReviewPlan plan, Kind kind, const QString& name, QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_kind(kind), m_sign(new FoundSign(name + QStringLiteral("Sign"), this))
{
    setObjectName(name);
    setAccessibleName(tr("Proposal"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_title = addLabel("Title");
    m_state = addLabel("State");
    m_note = addLabel("Note");
    m_criteria = addLabel("Criteria");
    m_evidence = new EvidenceList(name + QStringLiteral("Evidence"), this);
    connect(m_evidence, &EvidenceList::opened, this, &ProposalPane::evidenceWanted);

    auto* answers = new QWidget(this);
    answers->setObjectName(name + QStringLiteral("Answers"));
    answers->setLayout(new FlowLayout(kRhythm));
    column->addWidget(m_title);
    auto* state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_sign, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);
    column->addLayout(state);
    column->addWidget(m_note);
    column->addWidget(answers);
    column->addWidget(m_evidence);
    column->addWidget(m_criteria);

    m_accept =
        addAnswer("Accept", {}, tr("The item takes this state and keeps the evidence (A)"), [this] { accept(); });
    m_inPlace = addAnswer("InPlace", tr("In place"), tr("It is there, in another place than this folder"),
                          [this] { accept(ItemState::done); });
    m_notNeeded = addAnswer("NotNeeded", tr("Not needed"), tr("This product does without it"),
                            [this] { accept(ItemState::excluded); });
    m_toBuild = addAnswer("ToBuild", tr("Leave to build"), tr("It is still to be built"),
                          [this] { accept(ItemState::missing); });
    m_decline = addAnswer("Decline", tr("Not so"), tr("The item stays as it is (N)"), [this] { decline(); });
    m_takeBack = addAnswer("TakeBack", tr("Undo"), tr("Takes this answer back (U)"), [this] { takeBack(); });
    applyColours();
    hide();
}

QLabel* ProposalPane::addLabel(const char* name)
{
    auto* label = new SelectableLabel(this);
    label->setObjectName(objectName() + QLatin1StringView(name));
    label->setWordWrap(true);
    return label;
}

QPushButton* ProposalPane::addAnswer(const char* name, const QString& text, const QString& tip,
                                     const std::function<void()>& run)
{
    auto* answers = findChild<QWidget*>(objectName() + QStringLiteral("Answers"));
    auto* button = new QPushButton(text, answers);
    button->setObjectName(objectName() + QLatin1StringView(name));
    button->setToolTip(tip);
    button->setAutoDefault(false);
    answers->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, run);
    return button;
}

QString ProposalPane::title() const
{
    const Item* known = findItem(m_plan.catalogue(), m_item);
    return format::text(known ? known->title : m_item);
}

void ProposalPane::setItem(const std::string& item)
{
    m_item = item;
    const Proposal* proposal = proposalFor(m_plan.inputs(), item);
    setVisible(proposal != nullptr);
    if (!proposal)
        return;
    const bool whole = m_kind == Kind::Whole;
    m_title->setText(title());
    m_title->setVisible(whole);
    m_sign->setState(proposal->state);
    const QString found = format::capitalised(wording::foundState(proposal->state));
    const QString sure = wording::foundConfidence(proposal->confidence);
    const QString day = format::mediumDate(proposal->on);
    m_state->setText(
        proposal->by.empty()
            ? tr("%1, %2. Scanned on %3.").arg(found, sure, day)
            : tr("%1, %2. Proposed by %3 on %4.").arg(found, sure, wording::sourceLine(proposal->by), day));
    QStringList notes;
    if (proposal->state == FoundState::elsewhere)
        notes += format::raw(std::string(whyElsewhere(item)));
    const ItemState now = stateOf(m_plan.inputs(), item);
    if (proposedState(proposal->state) != now)
        notes += tr("The plan says: %1.").arg(wording::itemState(now));
    notes.removeAll(QString());
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
    m_evidence->setEvidence(proposal->evidence, proposal->by);
    showCriteria(findItem(m_plan.catalogue(), item));
    showAnswers(*proposal);
}

void ProposalPane::showCriteria(const Item* known)
{
    QStringList lines;
    if (known && m_kind == Kind::Whole) {
        for (const auto& [label, text] : wording::criteria(*known))
            lines += tr("%1: %2").arg(label, text);
        if (lines.isEmpty())
            lines += format::text(known->explanation);
    }
    m_criteria->setText(lines.join(u'\n'));
    m_criteria->setVisible(!lines.isEmpty());
}

void ProposalPane::showAnswers(const Proposal& proposal)
{
    const bool open = proposal.answer == ProposalAnswer::open;
    if (open)
        m_before.erase(m_item); // taken back by undo, or answered elsewhere: what was before is no more
    const std::optional<ItemState> state = proposedState(proposal.state);
    m_accept->setVisible(open && state);
    if (state)
        m_accept->setText(tr("Accept: %1").arg(wording::itemState(*state)));
    for (QPushButton* button : {m_inPlace, m_notNeeded, m_toBuild})
        button->setVisible(open && !state);
    m_decline->setVisible(open);
    m_takeBack->setVisible(!open);
    m_takeBack->setText(proposal.answer == ProposalAnswer::declined ? tr("Undo “not so”") : tr("Undo “accepted”"));
    const auto tell = [this](QPushButton& button) {
        button.setAccessibleName(tr("%1, %2").arg(button.text(), title()));
    };
    for (QPushButton* button : {m_accept, m_inPlace, m_notNeeded, m_toBuild, m_decline, m_takeBack})
        tell(*button);
}

void ProposalPane::accept(std::optional<ItemState> as)
{
    const Proposal* proposal = proposalFor(m_plan.inputs(), m_item);
    if (!proposal || proposal->answer != ProposalAnswer::open)
        return;
    const std::optional<ItemState> state = as ? as : proposedState(proposal->state);
    if (!state) {
        m_inPlace->setFocus(Qt::OtherFocusReason);
        return;
    }
    remember(m_item);
    m_plan.edit(tr("Accept %1: %2").arg(title(), wording::itemState(*state)),
                [item = m_item, today = m_plan.today(), as](Inputs& after) { acceptProposal(after, item, today, as); });
}

void ProposalPane::remember(const std::string& item)
{
    const Inputs& inputs = m_plan.inputs();
    Before before{stateOf(inputs, item), {}, {}};
    if (const auto entry = inputs.items.find(item); entry != inputs.items.end()) {
        before.changed = entry->second.changed;
        before.evidence = entry->second.evidence;
    }
    m_before[item] = before;
}

void ProposalPane::decline()
{
    const Proposal* proposal = proposalFor(m_plan.inputs(), m_item);
    if (proposal && proposal->answer == ProposalAnswer::open)
        m_plan.edit(tr("Not so: %1").arg(title()), [item = m_item](Inputs& after) { declineProposal(after, item); });
}

void ProposalPane::takeBack()
{
    const Proposal* proposal = proposalFor(m_plan.inputs(), m_item);
    if (!proposal || proposal->answer == ProposalAnswer::open)
        return;
    std::optional<Before> before;
    if (const auto kept = m_before.find(m_item);
        kept != m_before.end() && proposal->answer == ProposalAnswer::accepted && evidenceOf(m_plan.inputs(), m_item))
        before = kept->second;
    m_plan.edit(tr("Proposal for %1 open again").arg(title()), [item = m_item, before](Inputs& after) {
        reopenProposal(after, item);
        if (!before)
            return;
        setState(after, item, before->state);
        ItemInput& entry = after.items[item];
        entry.changed = before->changed;
        entry.evidence = before->evidence;
        if (entry == ItemInput{})
            after.items.erase(item);
    });
}

void ProposalPane::applyColours()
{
    m_title->setFont(scaledFont(font(), TextSize::Heading, QFont::DemiBold));
    for (QLabel* label : {m_note, m_criteria}) {
        label->setFont(scaledFont(font(), TextSize::Small));
        QPalette quiet = label->palette();
        quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
        label->setPalette(quiet);
    }
}

void ProposalPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
