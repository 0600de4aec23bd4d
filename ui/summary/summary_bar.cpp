#include "ui/summary/summary_bar.h"

#include "models/decisions/estimate.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/dialogs/how_sure_dialog.h"
#include "ui/document/plan_document.h"
#include "ui/questions/risk_service.h"
#include "ui/summary/base_headline.h"
#include "ui/summary/caption_button.h"
#include "ui/summary/cash_text.h"
#include "ui/summary/next_card.h"
#include "ui/summary/summary_card.h"
#include "ui/summary/summary_text.h"
#include "ui/summary/target_popup.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>

#include <algorithm>
#include <initializer_list>

namespace trestle {

namespace {

OddsGlyph oddsOf(const Risk& risk, int confidence)
{
    const CountableOdds odds = countableOdds(risk, confidence);
    return {ProjectDots{odds}, oddsText(odds)};
}

// At the usual size of text.
constexpr int kHeadline = 600;
constexpr int kLeastHeadline = 530;
constexpr int kLikely = 184;
constexpr int kReadiness = 144;
constexpr int kTarget = 168;
constexpr int kUsualNext = 324;
constexpr int kLeastNext = 272;
constexpr int kBetweenCards = 8; // between cards

SummaryCard* makeCard(const char* name, SummaryCard::Size size, QWidget* parent)
{
    return new SummaryCard(QString::fromLatin1(name), size, parent);
}

} // namespace

SummaryBar::SummaryBar(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_headline(makeCard("summaryHeadline", SummaryCard::Size::Headline, this)),
      m_likely(makeCard("summaryLikely", SummaryCard::Size::Normal, this)),
      m_readiness(makeCard("summaryReadiness", SummaryCard::Size::Normal, this)),
      m_target(makeCard("summaryTarget", SummaryCard::Size::Normal, this)), m_next(new NextCard(document, this)),
      m_base(new BaseHeadline(document, this)), m_announcer(*this)
{
    setObjectName(QStringLiteral("summaryBar"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    makeCaptionButtons();

    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_isSlow = true;
        showHeadline();
    });
    m_movedTimer.setSingleShot(true);
    m_movedTimer.setInterval(kMovedShown);
    connect(&m_movedTimer, &QTimer::timeout, this, [this] { m_headline->setMoved({}); });
    connectCards();
    refresh();
    fold();
}

void SummaryBar::connectCards()
{
    connect(m_headline, &SummaryCard::clicked, this, &SummaryBar::riskWanted);
    connect(m_likely, &SummaryCard::clicked, this, &SummaryBar::planWanted);
    connect(m_readiness, &SummaryCard::clicked, this, &SummaryBar::checklistWanted);
    connect(m_target, &SummaryCard::clicked, this, [this] {
        const Inputs& inputs = m_document.inputs();
        if (m_tellsCash)
            Q_EMIT cashWanted();
        else
            inputs.targetDate || inputs.budget ? Q_EMIT riskWanted() : editTarget();
    });
    connect(&m_document, &PlanDocument::riskChanged, this, &SummaryBar::refresh); // follows each change of the plan
    connect(&m_document.simulation(), &RiskService::progressed, this, &SummaryBar::showProgress);
    connect(m_base, &BaseHeadline::changed, this, &SummaryBar::compareWithBase);
    connect(m_next, &NextCard::itemWanted, this, &SummaryBar::itemWanted);
    connect(m_next, &NextCard::tryWanted, this, &SummaryBar::tryWanted);
}

void SummaryBar::makeCaptionButtons()
{
    m_confidenceButton = m_headline->makeCaptionButton(QStringLiteral("confidenceButton"), tr("choose how sure to be"));
    m_targetButton = m_target->makeCaptionButton(QStringLiteral("targetButton"), tr("change target date and budget"));
    setTabOrder(m_headline, m_confidenceButton);
    setTabOrder(m_confidenceButton, m_likely);
    setTabOrder(m_likely, m_readiness);
    setTabOrder(m_readiness, m_target);
    setTabOrder(m_target, m_targetButton);
    connect(m_confidenceButton, &CaptionButton::clicked, this, &SummaryBar::editConfidence);
    connect(m_targetButton, &CaptionButton::clicked, this, &SummaryBar::editTarget);
}

void SummaryBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fold();
}

void SummaryBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        fold();
    }
}

bool SummaryBar::isReadinessFolded() const
{
    return m_readiness->isHidden();
}

bool SummaryBar::hasFoldedTarget() const
{
    return m_target->isHidden();
}

/// As many cards as have room, each as wide as its text takes; headline and next share the rest.
void SummaryBar::fold()
{
    const double scale = SummaryCard::textScale(*this);
    const auto wide = [scale](int pixels) { return static_cast<int>(pixels * scale); };
    const int likely = std::min(wide(kLikely), width() / 5); // very large text has to make do with less
    const int least = wide(kLeastHeadline) + wide(kLeastNext) + likely + 2 * kBetweenCards;
    const bool hasTarget = width() >= least + wide(kTarget) + kBetweenCards;
    const bool hasReadiness = width() >= least + wide(kTarget) + wide(kReadiness) + 2 * kBetweenCards;
    int rest = width() - likely - 2 * kBetweenCards;
    if (hasTarget)
        rest -= wide(kTarget) + kBetweenCards;
    if (hasReadiness)
        rest -= wide(kReadiness) + kBetweenCards;
    const int next = std::min(std::max(wide(kLeastNext), rest - wide(kHeadline)), rest * 2 / 5);
    int left = 0;
    const auto place = [&](QWidget* card, int cardWidth) {
        card->setGeometry(left, 0, cardWidth, height());
        left += cardWidth + kBetweenCards;
    };
    place(m_headline, rest - next);
    place(m_likely, likely);
    if (hasReadiness)
        place(m_readiness, wide(kReadiness));
    if (hasTarget)
        place(m_target, wide(kTarget));
    m_next->setSecondLine(hasTarget);
    place(m_next, next);
    m_target->setVisible(hasTarget);
    if (m_readiness->isHidden() == hasReadiness) {
        m_readiness->setVisible(hasReadiness);
        Q_EMIT readinessFolded(!hasReadiness);
    }
}

QSize SummaryBar::sizeHint() const
{
    const double scale = SummaryCard::textScale(*this);
    return {static_cast<int>((kHeadline + kLikely + kReadiness + kTarget + kUsualNext) * scale) + 4 * kBetweenCards,
            m_headline->sizeHint().height()};
}

QSize SummaryBar::minimumSizeHint() const
{
    return {kLeastHeadline + kLikely, sizeHint().height()};
}

void SummaryBar::refresh()
{
    const Plan& plan = m_document.plan();
    const std::shared_ptr<const Risk> risk = m_document.risk();
    if (m_document.simulation().isUnderWay()) {
        if (!m_patience.isActive() && !m_isSlow)
            m_patience.start();
    } else {
        m_patience.stop();
        m_isSlow = false;
    }
    showHeadline();
    followHeadline();
    compareWithBase();
    m_likely->show(likelyText(plan, risk.get()));
    m_readiness->show(readinessText(plan));
    showTarget();
}

void SummaryBar::showTarget()
{
    const Plan& plan = m_document.plan();
    const std::shared_ptr<const Risk> risk = m_document.risk();
    const auto cash = cashText(plan, risk.get(), m_document.simulation().cash().get());
    m_tellsCash = cash.has_value();
    m_target->show(cash ? *cash : chanceText(plan, risk.get()));
}

void SummaryBar::showHeadline()
{
    const Plan& plan = m_document.plan();
    const std::shared_ptr<const Risk> risk = m_document.risk();
    const std::optional<Error>& error = m_document.simulation().error();
    std::optional<OddsGlyph> glyph;
    SummaryText text = sureText(plan, risk.get());
    if (error) {
        text = headlineText(plan);
        text.hint = tr("The plan could not be simulated. %1").arg(wording::error(*error));
    } else if (m_isSlow && text.isAwaited) {
        text = likelyMeanwhileText(plan);
    }
    if (!error && plan.effort.high > kEpsilon)
        glyph = risk             ? oddsOf(*risk, plan.inputs.confidence)
                : text.isAwaited ? m_headline->glyph().value_or(OddsGlyph{}) // of before, dimmed
                                 : OddsGlyph{};
    m_headline->show(text, std::move(glyph));
    showProgress();
}

/// Says by how much an edit has moved the headline. Another scenario, or another confidence, is another question.
void SummaryBar::followHeadline()
{
    const Plan& plan = m_document.plan();
    const std::shared_ptr<const Risk> risk = m_document.risk();
    const Shown now{risk ? headlineOf(plan, *risk, plan.inputs.confidence) : Headline{}, plan.inputs.confidence,
                    m_document.activeScenario()};
    const bool same = m_last && m_last->confidence == now.confidence && m_last->scenario == now.scenario;
    if (!same) {
        m_last.reset();
        m_first.reset();
    }
    if (!same || !risk)
        m_headline->setMoved({});
    if (!risk)
        return;
    const HeadlineDelta change = same ? deltaOf(m_last->headline, now.headline) : HeadlineDelta{};
    if (change.kind() != HeadlineDelta::Kind::none) {
        m_headline->setMoved(movedText(change), change.kind());
        m_announcer.say(m_headline->accessibleName());
        m_movedTimer.start();
    }
    m_last = now;
    if (!m_first)
        m_first = now;
    m_headline->setSinceOpened(movedText(deltaOf(m_first->headline, now.headline)));
}

/// In a scenario: by how much its headline differs from the base's.
void SummaryBar::compareWithBase()
{
    const Plan& plan = m_document.plan();
    const std::shared_ptr<const Risk> risk = m_document.risk();
    const std::optional<Headline>& base = m_base->headline();
    if (!risk || !base || plan.nothingLeft()) {
        m_headline->setComparison({});
        return;
    }
    const QString words = movedText(deltaOf(*base, headlineOf(plan, *risk, plan.inputs.confidence)));
    m_headline->setComparison(words.isEmpty() ? tr("The same as the base") : tr("%1 than the base").arg(words));
}

void SummaryBar::showProgress()
{
    const RiskService& simulation = m_document.simulation();
    const bool shown = m_isSlow && simulation.isUnderWay();
    m_headline->setProgress(shown ? std::optional(simulation.progress()) : std::nullopt);
}

void SummaryBar::editConfidence()
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("confidenceMenu"));
    auto* levels = new QActionGroup(&menu);
    const Plan& plan = m_document.plan();
    const std::shared_ptr<const Risk> risk = m_document.risk();
    for (const int confidence : {50, 80, 90}) {
        const QString label = wording::sure(confidence);
        QAction* action = levels->addAction(risk ? tr("%1: %2").arg(label, promiseOf(plan, *risk, confidence)) : label);
        action->setObjectName(QStringLiteral("confidence%1").arg(confidence));
        action->setCheckable(true);
        action->setChecked(confidence == plan.inputs.confidence);
        connect(action, &QAction::triggered, this, [this, confidence, label] {
            m_document.edit(label, [confidence](Inputs& inputs) { inputs.confidence = confidence; });
        });
    }
    menu.addActions(levels->actions());
    menu.addSeparator();
    if (hasFoldedTarget()) {
        const SummaryText target = chanceText(plan, risk.get());
        const QString value = target.isAwaited ? tr("…") : target.value;
        QAction* action =
            menu.addAction(target.line.isEmpty() ? tr("Target: %1…").arg(target.detail)
                                                 : tr("Target %1: %2 %3…").arg(target.detail, value, target.line),
                           this, &SummaryBar::editTarget);
        action->setObjectName(QStringLiteral("actionTarget"));
    }
    QAction* howSure = menu.addAction(tr("How sure is that?"), this, &SummaryBar::showHowSure);
    howSure->setObjectName(QStringLiteral("actionHowSure"));
    menu.setActiveAction(levels->checkedAction());
    menu.exec(m_confidenceButton->mapToGlobal(QPoint(0, m_confidenceButton->height() + 2)));
}

void SummaryBar::showHowSure()
{
    HowSureDialog dialog(m_document.plan(), this);
    dialog.exec();
}

void SummaryBar::editTarget()
{
    auto* popup = new TargetPopup(m_document, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->openBelow(hasFoldedTarget() ? *m_headline : *m_target); // clear of the card, which follows what is set
}

} // namespace trestle
