#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace trestle {

class PlanDocument;

/// The user's note on a phase or an item, and an item's owner. Every key stroke is kept at once; the typing is one
/// step of undo.
class NoteEditor : public QWidget {
    Q_OBJECT
public:
    explicit NoteEditor(PlanDocument& document, QWidget* parent = nullptr);
    void setNode(const QString& id);

private:
    void refresh();
    void storeNote();
    void storeOwner();

    PlanDocument& m_document;
    QString m_node;
    bool m_isItem = false;
    bool m_filling = false; ///< the fields are being set, not typed into
    QLabel* m_ownerLabel;
    QLineEdit* m_owner;
    QPlainTextEdit* m_note;
};

} // namespace trestle
