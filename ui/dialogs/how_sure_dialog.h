#pragma once

#include "models/plan/plan.h"

#include <QDialog>

class QGridLayout;
class QVBoxLayout;

namespace trestle {

/// What "80 % sure" means, on what evidence, how often such promises were kept by each outside view, and what speaks
/// against it. The figures are worked out from the public records built into the program.
class HowSureDialog : public QDialog {
    Q_OBJECT
public:
    explicit HowSureDialog(const Plan& plan, QWidget* parent = nullptr);

private:
    void addText(const QString& name, const QString& text);
    void addHeading(const QString& name, const QString& text);
    void addRates(const Plan& plan);

    QVBoxLayout* m_column = nullptr;
};

} // namespace trestle
