#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "models/progress/progress_report.h"
// clang-format on
#include "ui/money/dressed_part.h"

class QCheckBox;
class QPushButton;

namespace trestle {

class PlanDocument;

/// What finished work says of the rest, in a sentence, with the switch that takes it out of account and the reasons.
class RestPanel : public DressedPart {
    Q_OBJECT
public:
    RestPanel(PlanDocument& document, QWidget* parent);

    void show(const ProgressReport& report);

private:
    void openReasons();

    PlanDocument& m_document;
    ProgressReport m_report;
    QLabel* m_sentence;
    QCheckBox* m_learn;
    QPushButton* m_why;
};

} // namespace trestle
