#pragma once

#include "models/error.h"
#include "models/scenario_overlay.h"

#include <QList>
#include <QObject>
#include <QString>

#include <set>
#include <vector>

class QWidget;

namespace trestle {

class Banner;
class OutsideOffer;
class PlanDocument;
class TextsOffer;

/// Banners above a plan: what is wrong with its file, as long as it is; what could not be done, until that is dismissed
/// or the plan changes; in a plan of before, the offers to count how projects vary and to take the newest texts; and
/// how many proposals wait for an answer, until that is dismissed or they are looked at.
class PlanBanners : public QObject {
    Q_OBJECT
public:
    PlanBanners(PlanDocument& document, QWidget* parent);

    [[nodiscard]] QList<QWidget*> widgets() const;
    [[nodiscard]] OutsideOffer& outsideOffer() const { return *m_outsideOffer; }
    [[nodiscard]] TextsOffer& textsOffer() const { return *m_textsOffer; }
    void tell(const QString& text);
    /// What is wrong with the plan's file, as long as it is; empty: nothing.
    void setFileProblem(const QString& problem);
    /// The review of the proposals shows: nothing needs to lead there.
    void setReviewing(bool reviewing);

Q_SIGNALS:
    void copyWanted();
    void retryWanted();  ///< to write, or to open for writing
    void reviewWanted(); ///< of the proposals

private:
    void followSaveState();
    void tellReachedBase(const std::vector<Unheld>& kinds);
    void tellRefusal(const Error& error);
    void followProposals();

    PlanDocument& m_document;
    Banner* m_file;
    Banner* m_news;
    Banner* m_offer;
    OutsideOffer* m_outsideOffer;
    Banner* m_texts;
    TextsOffer* m_textsOffer;
    Banner* m_proposals;
    std::size_t m_proposalsTold = 0; ///< how many were open when last looked at
    bool m_isReviewing = false;
    QString m_fileProblem;
    QString m_toldOf; ///< the scenario for which m_told has been told of
    std::set<Unheld> m_told;
};

} // namespace trestle
