#pragma once

#include "ui/scan/review_rows.h"

#include <QWidget>

#include <functional>
#include <map>
#include <optional>
#include <string>

class QLabel;
class QPushButton;

namespace trestle {

class EvidenceList;

/// The sign of a found state, on the first line of the words beside it, which say the same.
class FoundSign : public QWidget {
    Q_OBJECT
public:
    explicit FoundSign(const QString& name, QWidget* parent = nullptr);
    void setState(FoundState state);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    FoundState m_state = FoundState::none;
};

/// The proposal for one item: what is proposed, why, and the answers to it. Whole, with the item's title and what "in
/// place" means, in the review; in short in the inspector, where those stand above it.
class ProposalPane : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Whole, Short };
    ProposalPane(ReviewPlan plan, Kind kind, const QString& name, QWidget* parent = nullptr);

    /// Empty, or an item without a proposal: nothing is shown.
    void setItem(const std::string& item);
    [[nodiscard]] const std::string& item() const { return m_item; }

    /// Of a proposal that is settled elsewhere `as` says how it stands; without, the choice gets the focus.
    void accept(std::optional<ItemState> as = {});
    void decline();
    /// Takes the answer back, and the state that it set where this pane remembers the one before.
    void takeBack();
    /// What an item is before its proposal is accepted, for takeBack().
    void remember(const std::string& item);
    [[nodiscard]] EvidenceList& evidence() const { return *m_evidence; }

Q_SIGNALS:
    void evidenceWanted(const trestle::Evidence& place);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Before {
        ItemState state = ItemState::missing;
        std::optional<Date> changed;
        std::optional<TickEvidence> evidence;
    };
    QLabel* addLabel(const char* name);
    QPushButton* addAnswer(const char* name, const QString& text, const QString& tip, const std::function<void()>& run);
    [[nodiscard]] QString title() const;
    void showCriteria(const Item* known);
    void showAnswers(const Proposal& proposal);
    void applyColours();

    ReviewPlan m_plan;
    Kind m_kind;
    std::string m_item;
    std::map<std::string, Before> m_before; ///< of what was accepted here
    FoundSign* m_sign;
    QLabel* m_title;
    QLabel* m_state;
    QLabel* m_note;
    QLabel* m_criteria;
    EvidenceList* m_evidence;
    QPushButton* m_accept = nullptr;
    QPushButton* m_decline = nullptr;
    QPushButton* m_takeBack = nullptr;
    QPushButton* m_inPlace = nullptr;
    QPushButton* m_notNeeded = nullptr;
    QPushButton* m_toBuild = nullptr;
};

} // namespace trestle
