#pragma once

#include "ui/dialogs/form_dialog.h"

#include <QString>

class QComboBox;

namespace trestle {

class PlanDocument;

/// One edit of the plan's catalogue: `to` starts when `from` is finished. False, with editRefused saying why, where
/// that can't be.
bool addLink(PlanDocument& document, const QString& from, const QString& to);

/// The same by choosing both, for who has no mouse to draw it with.
class LinkDialog : public FormDialog {
    Q_OBJECT
public:
    /// `from`: the phase or item that is finished first, to begin with.
    LinkDialog(PlanDocument& document, const QString& from, QWidget* parent = nullptr);
    void accept() override;

private:
    QComboBox* addNodes(const QString& label, const QString& name, const QString& chosen);

    PlanDocument& m_document;
    QComboBox* m_from;
    QComboBox* m_to;
};

} // namespace trestle
