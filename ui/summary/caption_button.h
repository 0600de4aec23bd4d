#pragma once

#include <QAbstractButton>

namespace trestle {

/// The caption of a card as a button: it opens what the caption names for editing in place.
class CaptionButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit CaptionButton(QWidget* parent);

    [[nodiscard]] static int chevronRoom(); ///< beside the text
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace trestle
