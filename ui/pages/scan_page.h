#pragma once

#include "ui/scan/last_scan.h"

#include <QWidget>

#include <optional>

namespace trestle {

class PlanDocument;
class ScanReview;

/// What a scan of the prototype, or an assistant, proposes for the plan's items.
class ScanPage : public QWidget {
    Q_OBJECT
public:
    explicit ScanPage(PlanDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] ScanReview& review() const { return *m_review; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void follow();

    ScanReview* m_review;
    bool m_stale = true;
};

} // namespace trestle
