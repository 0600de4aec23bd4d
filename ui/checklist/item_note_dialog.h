#pragma once

#include "ui/dialogs/form_dialog.h"

#include <QString>

class QLineEdit;
class QPlainTextEdit;

namespace trestle {

class PlanDocument;

/// Note and owner of an item.
class ItemNoteDialog : public FormDialog {
    Q_OBJECT
public:
    ItemNoteDialog(PlanDocument& document, const QString& item, QWidget* parent = nullptr);
    void accept() override;

private:
    PlanDocument& m_document;
    QString m_item;
    QLineEdit* m_owner;
    QPlainTextEdit* m_note;
};

} // namespace trestle
