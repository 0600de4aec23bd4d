#include "ui/window/plan_banners.h"

#include "models/proposals.h"
#include "ui/base/wording.h"
#include "ui/base/wording_detail.h"
#include "ui/base/wording_scan.h"
#include "ui/document/plan_document.h"
#include "ui/scenarios/scenario_words.h"
#include "ui/widgets/banner.h"
#include "ui/window/outside_offer.h"
#include "ui/window/texts_offer.h"

#include <utility>

namespace trestle {

PlanBanners::PlanBanners(PlanDocument& document, QWidget* parent)
    : QObject(parent), m_document(document), m_file(new Banner(QStringLiteral("saveBanner"), parent)),
      m_news(new Banner(QStringLiteral("newsBanner"), parent)),
      m_offer(new Banner(QStringLiteral("offerBanner"), parent)),
      m_outsideOffer(new OutsideOffer(document, *m_offer, this)),
      m_texts(new Banner(QStringLiteral("textsBanner"), parent)),
      m_textsOffer(new TextsOffer(document, *m_texts, this)),
      m_proposals(new Banner(QStringLiteral("proposalsBanner"), parent))
{
    m_file->addAction(QStringLiteral("saveRetry"), tr("Try again"), [this] { Q_EMIT retryWanted(); });
    m_file->addAction(QStringLiteral("saveCopyInstead"), tr("Save a copy…"), [this] { Q_EMIT copyWanted(); });
    m_news->setDismissable();
    connect(&document, &PlanDocument::saveStateChanged, this, &PlanBanners::followSaveState);
    connect(&document, &PlanDocument::editRefused, this, &PlanBanners::tellRefusal);
    connect(&document, &PlanDocument::editTooEarly, this,
            [this] { tell(tr("The plan's file is just being read, so that was not changed. Try again.")); });
    connect(&document, &PlanDocument::reloadFailed, this, [this](const Error& error) {
        if (m_document.readOnlyReason())
            tell(wording::error(error));
    });
    connect(&document, &PlanDocument::undoChanged, m_news, &Banner::clear); // with each edit, and with nothing else
    connect(&document, &PlanDocument::editReachedBase, this, &PlanBanners::tellReachedBase);
    connect(&document, &PlanDocument::copyFailed, this, [this](const Error& error) { tell(wording::error(error)); });
    followSaveState();
    m_proposals->setCalm();
    m_proposals->addAction(QStringLiteral("proposalsReview"), tr("Review"), [this] { Q_EMIT reviewWanted(); });
    m_proposals->setDismissable();
    connect(&document, &PlanDocument::planChanged, this, &PlanBanners::followProposals);
    followProposals();
}

QList<QWidget*> PlanBanners::widgets() const
{
    return {m_file, m_news, m_offer, m_texts, m_proposals};
}

void PlanBanners::tell(const QString& text)
{
    m_news->tell(text);
}

void PlanBanners::setReviewing(bool reviewing)
{
    m_isReviewing = reviewing;
    if (reviewing)
        m_proposals->clear();
}

/// More than before are news; fewer change the number of those that are told.
void PlanBanners::followProposals()
{
    const std::size_t open = openProposals(m_document.inputs());
    const std::size_t before = std::exchange(m_proposalsTold, open);
    const bool shown = !m_proposals->text().isEmpty();
    if (open == 0 || m_isReviewing)
        m_proposals->clear();
    else if (open > before || (shown && open != before))
        m_proposals->tell(wording::proposalsToReview(open));
}

void PlanBanners::tellReachedBase(const std::vector<Unheld>& kinds)
{
    // Typing would tell it with each letter: once for each kind is enough until another scenario is open.
    if (m_document.activeScenario() != m_toldOf)
        m_told.clear();
    m_toldOf = m_document.activeScenario();
    std::vector<Unheld> news;
    for (const Unheld& kind : kinds)
        if (kind.isNone || m_told.insert(kind).second)
            news.push_back(kind);
    if (!news.empty())
        tell(scenariowords::reachedBase(news));
}

void PlanBanners::setFileProblem(const QString& problem)
{
    m_fileProblem = problem;
    followSaveState();
}

void PlanBanners::followSaveState()
{
    const bool failed = m_document.saveState() == PlanDocument::SaveState::Failed;
    const std::optional<Error>& readOnly = m_document.readOnlyReason();
    if (!m_fileProblem.isEmpty())
        m_file->tell(failed ? tr("Your latest changes are not on disk. %1").arg(m_fileProblem) : m_fileProblem);
    else if (failed)
        m_file->tell(tr("Your latest changes are not on disk. %1 They are kept in this window until they can be "
                        "written.")
                         .arg(wording::error(m_document.saveError())));
    else if (readOnly && readOnly->code == ErrorCode::lockedPlan)
        m_file->tell(tr("This plan is open in %1, so it can only be read here. Close it there and try again, or "
                        "save a copy to work in.")
                         .arg(wording::detail(readOnly->fix)));
    else if (readOnly)
        m_file->tell(
            tr("This plan can only be read here. %1 Or save a copy to work in.").arg(wording::error(*readOnly)));
    else
        m_file->clear();
}

/// Why an edit was not taken. That a plan can only be read stands in the banner above.
void PlanBanners::tellRefusal(const Error& error)
{
    if (m_document.readOnlyReason())
        tell(tr("Nothing was changed: this plan can only be read here."));
    else
        tell(wording::error(error));
}

} // namespace trestle
