#pragma once

#include "ui/scan/last_scan.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPushButton;

namespace trestle {

class NewPlanDraft;
class ScanReview;

/// A plan from the scan of a prototype's folder: what was found is reviewed, then the plan opens. Nothing is saved
/// before.
class ScannedPlanDialog : public QDialog {
    Q_OBJECT
public:
    ScannedPlanDialog(std::shared_ptr<const Catalogue> catalogue, Date today, LastScan scan, QWidget* parent = nullptr);

    /// Of the new plan, as it is reviewed so far.
    [[nodiscard]] const Inputs& inputs() const;
    [[nodiscard]] const LastScan& scan() const { return m_scan; }
    [[nodiscard]] ScanReview& review() const { return *m_review; }
    /// What could not be done.
    void tell(const QString& problem);

Q_SIGNALS:
    void evidenceWanted(const trestle::Evidence& place);
    void editorWanted();

private:
    void follow();

    LastScan m_scan;
    NewPlanDraft* m_draft;
    ScanReview* m_review = nullptr;
    QLabel* m_problem;
    QPushButton* m_acceptAll;
};

} // namespace trestle
