#pragma once

#include "models/decisions/estimate.h"
#include "models/decisions/move.h"
#include "ui/widgets/announcer.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace trestle {

class BaseHeadline;
class CaptionButton;
class NextCard;
class PlanDocument;
class SummaryCard;

/// The row of cards across the top: what can be promised, the likely plan, readiness, the chance of the target, what to
/// do next. What the simulation has not said yet of the plan that is shown is left open, never filled from another
/// plan.
///
/// On a narrow window readiness leaves the row first (the head of the checklist has it then), next the target (the menu
/// of the headline has it), and the next item loses its second line.
class SummaryBar : public QWidget {
    Q_OBJECT
public:
    /// An answer that comes sooner than this needs no word about it.
    static constexpr int kPatience = 400; ///< milliseconds
    /// How long the headline says by how much it has moved.
    static constexpr int kMovedShown = 6000; ///< milliseconds

    explicit SummaryBar(PlanDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] bool isReadinessFolded() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Opens the editors of the captions.
    void editConfidence();
    void editTarget();
    /// What the confidence means, and on what evidence.
    void showHowSure();

Q_SIGNALS:
    void riskWanted();
    void cashWanted();
    void planWanted();
    void checklistWanted();
    void itemWanted(const QString& item);
    void tryWanted(const trestle::Move& move);
    void readinessFolded(bool folded); ///< it has no room here

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void connectCards();
    void makeCaptionButtons();
    void fold();
    [[nodiscard]] bool hasFoldedTarget() const;
    void refresh();
    void showHeadline();
    void showTarget();
    void showProgress();
    void followHeadline();
    void compareWithBase();

    /// The headline that was shown last, and of what.
    struct Shown {
        Headline headline;
        int confidence = 0;
        QString scenario;
    };

    PlanDocument& m_document;
    SummaryCard* m_headline;
    SummaryCard* m_likely;
    SummaryCard* m_readiness;
    SummaryCard* m_target;
    NextCard* m_next;
    BaseHeadline* m_base;
    CaptionButton* m_confidenceButton = nullptr;
    CaptionButton* m_targetButton = nullptr;
    std::optional<Shown> m_last;
    std::optional<Shown> m_first; ///< of the same confidence and scenario, since the plan was opened
    Announcer m_announcer;        ///< of what an edit did to the headline
    QTimer m_movedTimer;
    QTimer m_patience;        ///< runs out when a simulation takes its time
    bool m_isSlow = false;    ///< it has
    bool m_tellsCash = false; ///< the target's card, where that is what fails
};

} // namespace trestle
