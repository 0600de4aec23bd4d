#pragma once

#include <QLabel>

namespace trestle {

/// Plain text that the mouse can select and copy. Qt lays such text out as a document, which is slow: a label becomes
/// one when the mouse first comes to it.
class SelectableLabel : public QLabel {
    Q_OBJECT
public:
    explicit SelectableLabel(QWidget* parent = nullptr) : QLabel(parent) { setTextFormat(Qt::PlainText); }

protected:
    void enterEvent(QEnterEvent* event) override
    {
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        QLabel::enterEvent(event);
    }
};

} // namespace trestle
