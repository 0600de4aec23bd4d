#pragma once

#include <QWidget>

#include <string>

class QLabel;

namespace trestle {

struct Evidence;
class EvidenceList;
class PlanDocument;
class ProposalPane;

/// Where the tick of an item comes from, and a proposal for it that waits for an answer.
class EvidenceSection : public QWidget {
    Q_OBJECT
public:
    explicit EvidenceSection(PlanDocument& document, QWidget* parent = nullptr);

    /// Empty, or an item of which nothing is known: nothing is shown.
    void setItem(const std::string& item);

Q_SIGNALS:
    void evidenceWanted(const trestle::Evidence& place);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    PlanDocument& m_document;
    QLabel* m_from;
    EvidenceList* m_places;
    ProposalPane* m_proposal;
};

} // namespace trestle
