#pragma once

#include "models/inputs.h"
#include "ui/dialogs/form_dialog.h"

class QDoubleSpinBox;

namespace trestle {

/// The user's own outside view, asked for as people know it: how many times the estimate projects like this usually
/// take, and how many times eight of ten stay below.
class OutsideViewDialog : public FormDialog {
    Q_OBJECT
public:
    explicit OutsideViewDialog(const OutsideView& current, QWidget* parent = nullptr);

    [[nodiscard]] OutsideView view() const;
    void accept() override;

private:
    QDoubleSpinBox* addFactor(const QString& label, const QString& name, double value);

    QDoubleSpinBox* m_usual;
    QDoubleSpinBox* m_eightOfTen;
};

} // namespace trestle
